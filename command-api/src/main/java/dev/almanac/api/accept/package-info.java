/** From a request's JSON to operations that keep the contract's bounds, or to a problem that says where it doesn't. */
@NullMarked
package dev.almanac.api.accept;

import org.jspecify.annotations.NullMarked;
