/** The topics: what each is called, carries and keeps, and how its records are keyed and placed. */
@NullMarked
package dev.almanac.schemas.topic;

import org.jspecify.annotations.NullMarked;
