@NullMarked
package dev.almanac.api.contract;

import org.jspecify.annotations.NullMarked;
