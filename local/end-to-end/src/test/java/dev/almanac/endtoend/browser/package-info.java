/** The page in a real browser. */
@NullMarked
package dev.almanac.endtoend.browser;

import org.jspecify.annotations.NullMarked;
