/** What the audit log tells, as it lies in a state store: the entries in their order, and how often what was done. */
@NullMarked
package dev.almanac.topology.store.activity;

import org.jspecify.annotations.NullMarked;
