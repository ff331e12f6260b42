/** Prepares a broker and a schema registry for Almanac. */
@NullMarked
package dev.almanac.schemas.provision;

import org.jspecify.annotations.NullMarked;
