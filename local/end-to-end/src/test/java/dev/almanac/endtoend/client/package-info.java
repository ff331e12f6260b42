/** What clients of the API do: call, retry, follow the stream. */
@NullMarked
package dev.almanac.endtoend.client;

import org.jspecify.annotations.NullMarked;
