/** Who calls: bearer tokens to {@link dev.almanac.api.security.Caller}, and what a browser may do. */
@NullMarked
package dev.almanac.api.security;

import org.jspecify.annotations.NullMarked;
