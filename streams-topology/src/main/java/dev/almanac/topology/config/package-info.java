/** What can be set from outside: one validated record per concern, each documented in {@code application.yaml} too. */
@NullMarked
package dev.almanac.topology.config;

import org.jspecify.annotations.NullMarked;
