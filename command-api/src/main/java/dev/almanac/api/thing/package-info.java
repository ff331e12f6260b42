/** What a workspace holds, whatever its kind. */
@NullMarked
package dev.almanac.api.thing;

import org.jspecify.annotations.NullMarked;
