/** Rules on the architecture that all modules share. */
@NullMarked
package dev.almanac.architecture;

import org.jspecify.annotations.NullMarked;
