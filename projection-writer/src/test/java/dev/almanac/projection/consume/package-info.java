@NullMarked
package dev.almanac.projection.consume;

import org.jspecify.annotations.NullMarked;
