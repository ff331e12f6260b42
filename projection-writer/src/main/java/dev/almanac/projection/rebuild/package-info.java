/** Makes the read model anew from the whole log, beside the one in service, and puts it in that one's place. */
@NullMarked
package dev.almanac.projection.rebuild;

import org.jspecify.annotations.NullMarked;
