@NullMarked
package dev.almanac.local.home;

import org.jspecify.annotations.NullMarked;
