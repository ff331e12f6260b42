/**
 * The interactive queries: reads of the state stores over HTTP, for Almanac's other services. Any instance answers;
 * one that doesn't own the workspace's partition asks the one that does.
 */
@NullMarked
package dev.almanac.topology.query;

import org.jspecify.annotations.NullMarked;
