/** How this service reaches brokers and schema registry. */
@NullMarked
package dev.almanac.api.kafka;

import org.jspecify.annotations.NullMarked;
