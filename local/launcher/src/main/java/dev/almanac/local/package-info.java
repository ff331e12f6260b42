/** The whole system on one machine, from one command. */
@NullMarked
package dev.almanac.local;

import org.jspecify.annotations.NullMarked;
