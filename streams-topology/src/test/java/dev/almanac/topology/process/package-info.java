@NullMarked
package dev.almanac.topology.process;

import org.jspecify.annotations.NullMarked;
