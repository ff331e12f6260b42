/** What the API promises, shown where all of it runs. */
@NullMarked
package dev.almanac.endtoend.flow;

import org.jspecify.annotations.NullMarked;
