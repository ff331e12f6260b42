/** Tests in the words of the domain: given what is there, when this is asked, then that happens. */
@NullMarked
package dev.almanac.topology.testkit;

import org.jspecify.annotations.NullMarked;
