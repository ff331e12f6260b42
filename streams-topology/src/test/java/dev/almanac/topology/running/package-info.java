/** The service as it is started, on the real broker and registry. */
@NullMarked
package dev.almanac.topology.running;

import org.jspecify.annotations.NullMarked;
