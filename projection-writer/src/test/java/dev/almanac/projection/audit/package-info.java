@NullMarked
package dev.almanac.projection.audit;

import org.jspecify.annotations.NullMarked;
