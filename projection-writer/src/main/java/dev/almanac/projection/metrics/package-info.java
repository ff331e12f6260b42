/** What an operator watches of the projection. */
@NullMarked
package dev.almanac.projection.metrics;

import org.jspecify.annotations.NullMarked;
