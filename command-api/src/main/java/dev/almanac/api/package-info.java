/** The public HTTP surface of Almanac: commands, queries, the live stream and the web app. */
@NullMarked
package dev.almanac.api;

import org.jspecify.annotations.NullMarked;
