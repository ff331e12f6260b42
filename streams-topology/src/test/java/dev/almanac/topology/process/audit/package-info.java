@NullMarked
package dev.almanac.topology.process.audit;

import org.jspecify.annotations.NullMarked;
