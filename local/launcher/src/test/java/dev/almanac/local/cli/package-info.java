@NullMarked
package dev.almanac.local.cli;

import org.jspecify.annotations.NullMarked;
