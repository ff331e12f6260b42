/** The services as parts of the local stack. */
@NullMarked
package dev.almanac.local.part;

import org.jspecify.annotations.NullMarked;
