@NullMarked
package dev.almanac.local.issuer;

import org.jspecify.annotations.NullMarked;
