@NullMarked
package dev.almanac.api.provision;

import org.jspecify.annotations.NullMarked;
