/** How the state of the workspaces lies in the state stores. */
@NullMarked
package dev.almanac.topology.store;

import org.jspecify.annotations.NullMarked;
