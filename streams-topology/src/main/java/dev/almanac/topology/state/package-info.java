/** What a workspace holds, as decisions see it, and how events change that. Pure: no I/O, no clock. */
@NullMarked
package dev.almanac.topology.state;

import org.jspecify.annotations.NullMarked;
