/** Tests of who is let in. */
@NullMarked
package dev.almanac.api.security;

import org.jspecify.annotations.NullMarked;
