/**
 * What can't be read or handled goes to the dead-letter topic of its source, and the stream goes on; what fails for
 * reasons that are not the record's is thrown, so that the transaction is aborted and the record read again.
 */
@NullMarked
package dev.almanac.topology.deadletter;

import org.jspecify.annotations.NullMarked;
