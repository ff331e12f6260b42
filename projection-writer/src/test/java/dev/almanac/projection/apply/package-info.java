/** Tests of what events mean for the rows. */
@NullMarked
package dev.almanac.projection.apply;

import org.jspecify.annotations.NullMarked;
