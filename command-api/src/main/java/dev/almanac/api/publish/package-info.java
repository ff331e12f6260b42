/** Commands on their way to the topology. */
@NullMarked
package dev.almanac.api.publish;

import org.jspecify.annotations.NullMarked;
