@NullMarked
package dev.almanac.local.backing;

import org.jspecify.annotations.NullMarked;
