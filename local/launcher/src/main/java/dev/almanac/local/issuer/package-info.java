/** The OpenID Connect issuer of the local stack, where a name is all it takes to sign in. */
@NullMarked
package dev.almanac.local.issuer;

import org.jspecify.annotations.NullMarked;
