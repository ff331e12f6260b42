@NullMarked
package dev.almanac.topology.query;

import org.jspecify.annotations.NullMarked;
