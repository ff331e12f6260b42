package dev.almanac.topology.run;

import dev.almanac.topology.config.InstanceProperties;
import dev.almanac.topology.config.ThreadRestartProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/** The Streams client, from the start of the process, before its HTTP server, to the end, after it. */
public final class StreamsClient implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StreamsClient.class);

    private final Supplier<Topology> topology;
    private final Map<String, Object> settings;
    private final InstanceProperties instance;
    private final ThreadRestartProperties restarts;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ApplicationEventPublisher events;

    private volatile @Nullable Running running;

    private record Running(KafkaStreams streams, KafkaStreamsMetrics metrics) {}

    /** @param topology built anew for each start */
    public StreamsClient(
            Supplier<Topology> topology,
            Map<String, Object> settings,
            InstanceProperties instance,
            ThreadRestartProperties restarts,
            Clock clock,
            MeterRegistry meters,
            ApplicationEventPublisher events) {
        this.topology = topology;
        this.settings = settings;
        this.instance = instance;
        this.restarts = restarts;
        this.clock = clock;
        this.meters = meters;
        this.events = events;
    }

    /** The client while it is started, in whatever state. */
    public Optional<KafkaStreams> streams() {
        return Optional.ofNullable(running).map(Running::streams);
    }

    @Override
    public void start() {
        KafkaStreams streams = new KafkaStreams(topology.get(), new StreamsConfig(settings));
        streams.setUncaughtExceptionHandler(new ThreadFailures(restarts, clock));
        streams.setStateListener(this::stateChanged);
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        running = new Running(streams, metrics);
        streams.start();
    }

    @Override
    public void stop() {
        Running last = running;
        if (last == null) {
            return;
        }
        running = null;
        last.metrics().close();
        // A static member comes back, and finds its partitions; any other would leave them idle until it timed out.
        GroupMembershipOperation membership = instance.staticMember().isPresent()
                ? GroupMembershipOperation.REMAIN_IN_GROUP
                : GroupMembershipOperation.LEAVE_GROUP;
        boolean closed = last.streams()
                .close(CloseOptions.timeout(instance.closeTimeout()).withGroupMembershipOperation(membership));
        if (!closed) {
            log.warn("The Streams client did not close within {}", instance.closeTimeout());
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private void stateChanged(KafkaStreams.State now, KafkaStreams.State before) {
        log.info("Streams is {}, was {}", now, before);
        if (now == KafkaStreams.State.ERROR) {
            AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        }
    }

    /** Before the web server, and so stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
