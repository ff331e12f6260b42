/** What events mean for the rows of the read model: pure, without Kafka, SQL or clock. */
@NullMarked
package dev.almanac.projection.apply;

import org.jspecify.annotations.NullMarked;
