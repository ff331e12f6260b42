@NullMarked
package dev.almanac.api.secret;

import org.jspecify.annotations.NullMarked;
