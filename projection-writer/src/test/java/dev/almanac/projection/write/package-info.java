@NullMarked
package dev.almanac.projection.write;

import org.jspecify.annotations.NullMarked;
