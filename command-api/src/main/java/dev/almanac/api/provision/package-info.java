/** A user's personal workspace, made on first use. */
@NullMarked
package dev.almanac.api.provision;

import org.jspecify.annotations.NullMarked;
