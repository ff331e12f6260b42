/** The system under test, started and stopped by the command that a user types. */
@NullMarked
package dev.almanac.endtoend.system;

import org.jspecify.annotations.NullMarked;
