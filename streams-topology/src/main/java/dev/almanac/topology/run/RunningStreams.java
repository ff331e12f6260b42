package dev.almanac.topology.run;

import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** The Streams client of a topology, which this process may or may not run. */
public interface RunningStreams {
    /** The client while it is started, in whatever state. */
    Optional<KafkaStreams> streams();
}
