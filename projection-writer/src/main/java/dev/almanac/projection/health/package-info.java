/** What the orchestrator asks. */
@NullMarked
package dev.almanac.projection.health;

import org.jspecify.annotations.NullMarked;
