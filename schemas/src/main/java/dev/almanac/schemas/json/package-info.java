/** How records become the JSON of the contract. */
@NullMarked
package dev.almanac.schemas.json;

import org.jspecify.annotations.NullMarked;
