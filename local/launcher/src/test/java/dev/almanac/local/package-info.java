@NullMarked
package dev.almanac.local;

import org.jspecify.annotations.NullMarked;
