/** What ties an answer to the lines that were logged about it. */
@NullMarked
package dev.almanac.api.trace;

import org.jspecify.annotations.NullMarked;
