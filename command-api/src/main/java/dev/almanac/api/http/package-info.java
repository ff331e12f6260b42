/** The routes by which things are changed: from a request to a command, and from its answer to a response. */
@NullMarked
package dev.almanac.api.http;

import org.jspecify.annotations.NullMarked;
