/** What several tests need. */
@NullMarked
package dev.almanac.api.support;

import org.jspecify.annotations.NullMarked;
