/** From the audit log to what can be asked about it: who did what, when, and how often. */
@NullMarked
package dev.almanac.topology.process.audit;

import org.jspecify.annotations.NullMarked;
