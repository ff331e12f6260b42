/** The API's contract, as it is written down and as it is shown. */
@NullMarked
package dev.almanac.api.contract;

import org.jspecify.annotations.NullMarked;
