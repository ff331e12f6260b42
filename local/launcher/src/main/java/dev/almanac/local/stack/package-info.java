/** The whole system: which parts there are, and in which order they start and stop. */
@NullMarked
package dev.almanac.local.stack;

import org.jspecify.annotations.NullMarked;
