/** Which tasks are meant: an expression, checked. It is read from text, selects rows, and tells of a task whether it matches. */
@NullMarked
package dev.almanac.api.filter;

import org.jspecify.annotations.NullMarked;
