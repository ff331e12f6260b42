@NullMarked
package dev.almanac.api.sync;

import org.jspecify.annotations.NullMarked;
