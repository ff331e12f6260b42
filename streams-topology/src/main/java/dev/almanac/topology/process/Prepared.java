package dev.almanac.topology.process;

import dev.almanac.topology.store.StoreWrite;
import java.util.List;

/**
 * All that a command leads to, before any of it is done.
 *
 * @param state writes to the store of the workspaces
 * @param timers writes to the store of the timers
 * @param remembered writes to the store of the remembered results
 */
record Prepared(List<StoreWrite> state, List<StoreWrite> timers, List<StoreWrite> remembered, List<Output> outputs) {}
