package dev.almanac.projection;

/** The schema that this process migrates and writes. */
record TargetSchema(String name) {}
