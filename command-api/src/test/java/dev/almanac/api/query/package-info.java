@NullMarked
package dev.almanac.api.query;

import org.jspecify.annotations.NullMarked;
