@NullMarked
package dev.almanac.api.problem;

import org.jspecify.annotations.NullMarked;
