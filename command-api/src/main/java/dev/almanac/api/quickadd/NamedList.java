package dev.almanac.api.quickadd;

import java.util.UUID;

/** A list that the line may name. */
public record NamedList(UUID id, String name) {}
