/** From a filter's expression to the rows that it means. */
@NullMarked
package dev.almanac.api.filter.select;

import org.jspecify.annotations.NullMarked;
