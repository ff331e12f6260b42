@NullMarked
package dev.almanac.api.export;

import org.jspecify.annotations.NullMarked;
