/** Reads over the read model, as a member of the workspace is to see it. */
@NullMarked
package dev.almanac.api.query;

import org.jspecify.annotations.NullMarked;
