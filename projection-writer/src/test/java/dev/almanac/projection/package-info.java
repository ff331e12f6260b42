@NullMarked
package dev.almanac.projection;

import org.jspecify.annotations.NullMarked;
