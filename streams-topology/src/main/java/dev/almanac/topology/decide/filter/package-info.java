/** What may be done with saved filters, a class for each. */
@NullMarked
package dev.almanac.topology.decide.filter;

import org.jspecify.annotations.NullMarked;
