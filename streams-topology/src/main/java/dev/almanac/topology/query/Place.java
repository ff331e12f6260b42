package dev.almanac.topology.query;

import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;

/** Where a workspace's state is, as the last rebalance told this instance. */
sealed interface Place {
    /** This instance decides for it. */
    record Here(int partition) implements Place {}

    /** Another instance does; this one may have a copy. */
    record There(int partition, HostInfo owner, Set<HostInfo> standbys) implements Place {}

    /** Nobody does, or nobody knows, for the time being. */
    record Nowhere() implements Place {}
}
