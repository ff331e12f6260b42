/** Answers on their way back: who waits for which, and where to look for one that nobody waited for. */
@NullMarked
package dev.almanac.api.reply;

import org.jspecify.annotations.NullMarked;
