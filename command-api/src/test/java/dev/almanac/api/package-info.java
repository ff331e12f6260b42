@NullMarked
package dev.almanac.api;

import org.jspecify.annotations.NullMarked;
