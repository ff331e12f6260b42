/** The data directory of one stack: who holds it, what it remembers, what it keeps secret. */
@NullMarked
package dev.almanac.local.home;

import org.jspecify.annotations.NullMarked;
