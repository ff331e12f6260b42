@NullMarked
package dev.almanac.local.process;

import org.jspecify.annotations.NullMarked;
