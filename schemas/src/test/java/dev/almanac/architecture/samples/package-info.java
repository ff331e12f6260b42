/** Classes for the rules to find, or not. */
@NullMarked
package dev.almanac.architecture.samples;

import org.jspecify.annotations.NullMarked;
