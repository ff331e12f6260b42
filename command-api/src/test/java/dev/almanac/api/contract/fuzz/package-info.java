/** Requests that nobody in good faith would send, and some that many would. */
@NullMarked
package dev.almanac.api.contract.fuzz;

import org.jspecify.annotations.NullMarked;
