/** What went wrong, told as RFC 9457 problem details. */
@NullMarked
package dev.almanac.api.problem;

import org.jspecify.annotations.NullMarked;
