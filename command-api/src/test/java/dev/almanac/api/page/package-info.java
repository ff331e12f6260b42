@NullMarked
package dev.almanac.api.page;

import org.jspecify.annotations.NullMarked;
