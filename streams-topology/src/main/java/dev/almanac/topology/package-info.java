/** The service that decides commands: {@link dev.almanac.topology.process} is the topology, the rest serves it. */
@NullMarked
package dev.almanac.topology;

import org.jspecify.annotations.NullMarked;
