/** The process that runs the broker. */
@NullMarked
package dev.almanac.local.broker;

import org.jspecify.annotations.NullMarked;
