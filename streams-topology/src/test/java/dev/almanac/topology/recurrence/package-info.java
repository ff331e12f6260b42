@NullMarked
package dev.almanac.topology.recurrence;

import org.jspecify.annotations.NullMarked;
