package dev.almanac.topology.query;

import dev.almanac.topology.config.QueryProperties;
import dev.almanac.topology.store.StoredView;
import java.time.Clock;
import org.apache.kafka.streams.state.HostInfo;
import reactor.core.scheduler.Scheduler;

/**
 * Makes stores readable over HTTP, all in the same way.
 *
 * @param self where this instance is reached
 */
record Queryables(HostInfo self, PeerReads peers, Scheduler blocking, QueryProperties bounds, Clock clock) {
    <V extends StoredView> Queryable<V> of(StoreAccess<V> store) {
        WorkspaceRouting routing = new WorkspaceRouting(store, self);
        StandbyLag lag = new StandbyLag(store.name(), clock);
        LocalReads<V> local = new LocalReads<>(store, lag, bounds.maxStandbyLag());
        return new Queryable<>(
                new WorkspaceReads<>(routing, local, peers, blocking, bounds),
                new TopologyOverview(store.client(), routing, lag, blocking));
    }
}
