/** The commands of the command line: they alone talk to the terminal. */
@NullMarked
package dev.almanac.local.cli;

import org.jspecify.annotations.NullMarked;
