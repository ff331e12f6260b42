@NullMarked
package dev.almanac.api.importing;

import org.jspecify.annotations.NullMarked;
