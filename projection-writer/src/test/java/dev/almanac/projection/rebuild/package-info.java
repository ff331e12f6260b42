@NullMarked
package dev.almanac.projection.rebuild;

import org.jspecify.annotations.NullMarked;
