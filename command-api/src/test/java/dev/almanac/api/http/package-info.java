@NullMarked
package dev.almanac.api.http;

import org.jspecify.annotations.NullMarked;
