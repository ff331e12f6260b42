@NullMarked
package dev.almanac.topology.decide.filter;

import org.jspecify.annotations.NullMarked;
