/** What may be done with tasks, a class for each. */
@NullMarked
package dev.almanac.topology.decide.task;

import org.jspecify.annotations.NullMarked;
