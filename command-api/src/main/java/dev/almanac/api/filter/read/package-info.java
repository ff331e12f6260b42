/** From a filter's text to its expression, or to where it can't be understood and what was expected there. */
@NullMarked
package dev.almanac.api.filter.read;

import org.jspecify.annotations.NullMarked;
