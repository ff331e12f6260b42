/** How much one user may ask for, and how much may be under way at once. */
@NullMarked
package dev.almanac.api.limit;

import org.jspecify.annotations.NullMarked;
