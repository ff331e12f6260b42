/** What is refused, and that it leaves no trace. */
@NullMarked
package dev.almanac.endtoend.refusal;

import org.jspecify.annotations.NullMarked;
