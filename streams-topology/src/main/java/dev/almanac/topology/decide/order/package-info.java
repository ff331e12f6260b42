/** Where a thing goes among its neighbours. */
@NullMarked
package dev.almanac.topology.decide.order;

import org.jspecify.annotations.NullMarked;
