@NullMarked
package dev.almanac.api.reply;

import org.jspecify.annotations.NullMarked;
