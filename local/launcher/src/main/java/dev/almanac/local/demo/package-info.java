/** Fills a running system with a story worth looking at, as any client would: by its HTTP API. */
@NullMarked
package dev.almanac.local.demo;

import org.jspecify.annotations.NullMarked;
