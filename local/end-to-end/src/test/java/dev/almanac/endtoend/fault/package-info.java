/** Processes die at the worst of times, and nobody notices for long. */
@NullMarked
package dev.almanac.endtoend.fault;

import org.jspecify.annotations.NullMarked;
