@NullMarked
package dev.almanac.api.filter;

import org.jspecify.annotations.NullMarked;
