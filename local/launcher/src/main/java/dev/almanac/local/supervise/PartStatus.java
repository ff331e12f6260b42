package dev.almanac.local.supervise;

import java.util.OptionalLong;

/**
 * A part at one moment.
 *
 * @param name of the part
 * @param pid of its process; empty where it has none
 * @param port on 127.0.0.1
 * @param state what is known of it
 */
public record PartStatus(String name, OptionalLong pid, int port, PartState state) {}
