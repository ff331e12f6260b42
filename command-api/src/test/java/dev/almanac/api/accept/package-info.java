@NullMarked
package dev.almanac.api.accept;

import org.jspecify.annotations.NullMarked;
