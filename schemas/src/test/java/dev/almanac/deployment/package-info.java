/** What is deployed, checked without a cluster. */
@NullMarked
package dev.almanac.deployment;

import org.jspecify.annotations.NullMarked;
