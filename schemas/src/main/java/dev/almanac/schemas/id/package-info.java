/** Ids that follow from what they name. */
@NullMarked
package dev.almanac.schemas.id;

import org.jspecify.annotations.NullMarked;
