/** What may be done with comments, a class for each. */
@NullMarked
package dev.almanac.topology.decide.comment;

import org.jspecify.annotations.NullMarked;
