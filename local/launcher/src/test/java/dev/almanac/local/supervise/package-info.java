@NullMarked
package dev.almanac.local.supervise;

import org.jspecify.annotations.NullMarked;
