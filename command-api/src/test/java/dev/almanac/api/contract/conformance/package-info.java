/** Whether answers are as the contract says; published for the tests of the running system too. */
@NullMarked
package dev.almanac.api.contract.conformance;

import org.jspecify.annotations.NullMarked;
