/** How a series of tasks goes on: what each occurrence's record says of it, reckoned. */
@NullMarked
package dev.almanac.topology.series;

import org.jspecify.annotations.NullMarked;
