package dev.almanac.topology.run;

import dev.almanac.topology.config.TopologyName;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** The topologies that this process runs, from its start, before its HTTP server, to its end, after it. */
public final class StreamsClients implements SmartLifecycle {
    private static final RunningStreams ELSEWHERE = Optional::empty;

    private final Map<TopologyName, StreamsClient> clients;

    StreamsClients(Map<TopologyName, StreamsClient> clients) {
        this.clients = new EnumMap<>(clients);
    }

    /** A topology's client, also of one that this process does not run. */
    public RunningStreams of(TopologyName topology) {
        StreamsClient client = clients.get(topology);
        return client == null ? ELSEWHERE : client;
    }

    Collection<StreamsClient> all() {
        return clients.values();
    }

    @Override
    public void start() {
        clients.values().forEach(StreamsClient::start);
    }

    @Override
    public void stop() {
        clients.values().forEach(StreamsClient::stop);
    }

    @Override
    public boolean isRunning() {
        return clients.values().stream().anyMatch(StreamsClient::isRunning);
    }

    /** Before the web server, and so stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
