/** What others have written down, taken in: a file is received, checked as a whole, and then applied by commands. */
@NullMarked
package dev.almanac.api.importing;

import org.jspecify.annotations.NullMarked;
