/** What is told to somebody once, and follows from a key that only the API has, so that nothing has to keep it. */
@NullMarked
package dev.almanac.api.secret;

import org.jspecify.annotations.NullMarked;
