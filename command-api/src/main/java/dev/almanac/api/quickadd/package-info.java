/** Understands a task that is written in one line, and tells which part of the line was taken for what. */
@NullMarked
package dev.almanac.api.quickadd;

import org.jspecify.annotations.NullMarked;
