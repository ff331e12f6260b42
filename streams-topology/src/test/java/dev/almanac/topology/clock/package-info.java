@NullMarked
package dev.almanac.topology.clock;

import org.jspecify.annotations.NullMarked;
