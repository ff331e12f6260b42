/** A command sent and answered, as one step. */
@NullMarked
package dev.almanac.api.dispatch;

import org.jspecify.annotations.NullMarked;
