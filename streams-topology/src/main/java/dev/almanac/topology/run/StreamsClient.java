package dev.almanac.topology.run;

import dev.almanac.topology.config.InstanceProperties;
import dev.almanac.topology.config.ThreadRestartProperties;
import dev.almanac.topology.config.TopologyName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;
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

/** One topology's Streams client. */
final class StreamsClient implements RunningStreams {
    private static final Logger log = LoggerFactory.getLogger(StreamsClient.class);

    private final TopologyName name;
    private final Supplier<Topology> topology;
    private final Map<String, Object> settings;
    private final InstanceProperties instance;
    private final ThreadRestartProperties restarts;
    private final Time time;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ApplicationEventPublisher events;

    private volatile @Nullable Running running;

    private record Running(KafkaStreams streams, KafkaStreamsMetrics metrics) {}

    /**
     * @param topology built anew for each start
     * @param time that Streams goes by
     */
    StreamsClient(
            TopologyName name,
            Supplier<Topology> topology,
            Map<String, Object> settings,
            InstanceProperties instance,
            ThreadRestartProperties restarts,
            Time time,
            Clock clock,
            MeterRegistry meters,
            ApplicationEventPublisher events) {
        this.name = name;
        this.topology = topology;
        this.settings = settings;
        this.instance = instance;
        this.restarts = restarts;
        this.time = time;
        this.clock = clock;
        this.meters = meters;
        this.events = events;
    }

    TopologyName name() {
        return name;
    }

    @Override
    public Optional<KafkaStreams> streams() {
        return Optional.ofNullable(running).map(Running::streams);
    }

    void start() {
        KafkaStreams streams = new KafkaStreams(topology.get(), new StreamsConfig(settings), time);
        streams.setUncaughtExceptionHandler(new ThreadFailures(restarts, clock));
        streams.setStateListener(this::stateChanged);
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        running = new Running(streams, metrics);
        streams.start();
    }

    void stop() {
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
            log.warn("The Streams client of {} did not close within {}", name, instance.closeTimeout());
        }
    }

    boolean isRunning() {
        return running != null;
    }

    private void stateChanged(KafkaStreams.State now, KafkaStreams.State before) {
        log.info("Streams of {} is {}, was {}", name, now, before);
        if (now == KafkaStreams.State.ERROR) {
            AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        }
    }
}
