/** From a command's HTTP request to its committed answer. */
@NullMarked
package dev.almanac.benchmarks.command;

import org.jspecify.annotations.NullMarked;
