/** What may be done with a workspace and its members, a class for each. */
@NullMarked
package dev.almanac.topology.decide.workspace;

import org.jspecify.annotations.NullMarked;
