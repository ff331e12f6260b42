/** The command line on the running system, and how the system ends. */
@NullMarked
package dev.almanac.endtoend.cli;

import org.jspecify.annotations.NullMarked;
