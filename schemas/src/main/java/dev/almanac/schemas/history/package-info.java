/** Every version that a schema ever had, committed with the code. */
@NullMarked
package dev.almanac.schemas.history;

import org.jspecify.annotations.NullMarked;
