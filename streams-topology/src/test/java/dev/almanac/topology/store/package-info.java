@NullMarked
package dev.almanac.topology.store;

import org.jspecify.annotations.NullMarked;
