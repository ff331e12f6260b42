/** Child processes that never outlive the JVM that started them. */
@NullMarked
package dev.almanac.local.process;

import org.jspecify.annotations.NullMarked;
