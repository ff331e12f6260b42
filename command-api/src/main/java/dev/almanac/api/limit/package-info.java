/** How much one user may ask for. */
@NullMarked
package dev.almanac.api.limit;

import org.jspecify.annotations.NullMarked;
