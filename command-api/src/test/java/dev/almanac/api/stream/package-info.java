@NullMarked
package dev.almanac.api.stream;

import org.jspecify.annotations.NullMarked;
