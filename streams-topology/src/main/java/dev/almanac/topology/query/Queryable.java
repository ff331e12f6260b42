package dev.almanac.topology.query;

import dev.almanac.topology.config.QueryProperties;
import dev.almanac.topology.store.StoredView;
import java.time.Clock;
import org.apache.kafka.streams.state.HostInfo;
import reactor.core.scheduler.Scheduler;

/**
 * A topology's store, as HTTP sees it.
 *
 * @param reads of one workspace in it
 * @param overview of who has what of it
 */
record Queryable<V extends StoredView>(WorkspaceReads<V> reads, TopologyOverview overview) {
    /** @param self where this instance is reached */
    static <V extends StoredView> Queryable<V> of(
            StoreAccess<V> store,
            HostInfo self,
            PeerReads peers,
            Scheduler blocking,
            QueryProperties bounds,
            Clock clock) {
        WorkspaceRouting routing = new WorkspaceRouting(store, self);
        StandbyLag lag = new StandbyLag(store.name(), clock);
        LocalReads<V> local = new LocalReads<>(store, lag, bounds.maxStandbyLag());
        return new Queryable<>(
                new WorkspaceReads<>(routing, local, peers, blocking, bounds),
                new TopologyOverview(store.client(), routing, lag, blocking));
    }
}
