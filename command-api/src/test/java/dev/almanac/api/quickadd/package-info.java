@NullMarked
package dev.almanac.api.quickadd;

import org.jspecify.annotations.NullMarked;
