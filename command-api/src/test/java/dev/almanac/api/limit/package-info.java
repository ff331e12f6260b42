@NullMarked
package dev.almanac.api.limit;

import org.jspecify.annotations.NullMarked;
