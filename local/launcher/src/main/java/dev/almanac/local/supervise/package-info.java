/** Keeps parts running: starts them, watches them, starts them again. */
@NullMarked
package dev.almanac.local.supervise;

import org.jspecify.annotations.NullMarked;
