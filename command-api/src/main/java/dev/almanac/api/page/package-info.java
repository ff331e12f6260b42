/** The web app's files, and what it has to know before it can sign in. */
@NullMarked
package dev.almanac.api.page;

import org.jspecify.annotations.NullMarked;
