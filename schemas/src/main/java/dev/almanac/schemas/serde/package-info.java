/** How records become bytes: in topics by way of the schema registry, in state stores without it. */
@NullMarked
package dev.almanac.schemas.serde;

import org.jspecify.annotations.NullMarked;
