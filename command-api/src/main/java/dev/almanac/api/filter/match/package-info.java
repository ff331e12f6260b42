/** From a filter's expression and one task's state to whether the task is meant. */
@NullMarked
package dev.almanac.api.filter.match;

import org.jspecify.annotations.NullMarked;
