/** What may be done with lists, a class for each. */
@NullMarked
package dev.almanac.topology.decide.list;

import org.jspecify.annotations.NullMarked;
