package dev.almanac.topology.run;

import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.topology.config.AuditProperties;
import dev.almanac.topology.config.CommitProperties;
import dev.almanac.topology.config.InstanceProperties;
import dev.almanac.topology.config.KafkaProperties;
import dev.almanac.topology.deadletter.UnhandledRecords;
import dev.almanac.topology.deadletter.UnreadableRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;

/** The configuration of the Streams clients. */
public final class StreamsSettings {
    /** More than any of our records, compressed or not, with its batch's header. */
    private static final int LARGEST_REQUEST_BYTES =
            Topics.all().stream().mapToInt(Topic::maxRecordBytes).max().orElseThrow() + 64 * 1024;

    /** Of one partition between two commits: full batches are sent at once, and each is a request of its own. */
    private static final int BATCH_BYTES = 128 * 1024;

    /** What the aggregating topology waits for, if not for long: the broker answers each request with as much at once. */
    private static final int GATHERED_BYTES = 256 * 1024;

    /** Of the counts between two commits, for the store that has a cache. */
    private static final int COUNTS_CACHE_BYTES = 4 * 1024 * 1024;

    /** Commands may be large, so few are kept in memory: per poll, and per partition beside it. */
    private static final int RECORDS_AT_ONCE = 250;

    private StreamsSettings() {}

    /** Of the topology that decides, where every commit is one that users wait for. */
    public static Map<String, Object> of(
            KafkaProperties kafka, InstanceProperties instance, CommitProperties commit, StateMemory memory) {
        Map<String, Object> promptly = Map.of(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                millis(commit.interval()),
                StreamsConfig.POLL_MS_CONFIG,
                millis(commit.poll()),
                producer(ProducerConfig.RETRY_BACKOFF_MS_CONFIG),
                millis(commit.retryBackoff()),
                producer(ProducerConfig.LINGER_MS_CONFIG),
                millis(commit.linger()));
        return layered(kafka, instance, instance.applicationId(), promptly, memory);
    }

    /** Of the topology that aggregates. */
    public static Map<String, Object> of(
            KafkaProperties kafka, InstanceProperties instance, AuditProperties audit, StateMemory memory) {
        Map<String, Object> unhurried = Map.of(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                millis(audit.commitInterval()),
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG),
                GATHERED_BYTES,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                (int) millis(audit.gather()),
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                COUNTS_CACHE_BYTES);
        return layered(kafka, instance, audit.applicationId(), unhurried, memory);
    }

    /**
     * Three layers, of which the later one wins: what suits most clusters, what {@code spring.kafka.properties} says, and
     * what correctness depends on.
     */
    private static Map<String, Object> layered(
            KafkaProperties kafka,
            InstanceProperties instance,
            String applicationId,
            Map<String, Object> pace,
            StateMemory memory) {
        Map<String, Object> settings = new HashMap<>(tuning(instance));
        settings.putAll(pace);
        settings.putAll(kafka.properties());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", kafka.bootstrapServers()));
        settings.putAll(identity(instance, applicationId));
        settings.putAll(guarantees());
        settings.put(StateMemory.SETTING, memory);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateMemory.Setter.class);
        return Map.copyOf(settings);
    }

    private static Map<String, Object> tuning(InstanceProperties instance) {
        return Map.ofEntries(
                Map.entry(producer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_REQUEST_BYTES),
                Map.entry(producer(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES),
                // Every read is of a key that was just written, or of one long gone: RocksDB's memtable and block cache
                // serve both, and a record cache would only delay the changelog until the commit.
                Map.entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0),
                Map.entry(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, RECORDS_AT_ONCE),
                Map.entry(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RECORDS_AT_ONCE),
                Map.entry(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                        instance.sessionTimeout().toMillis()),
                Map.entry(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int)
                        instance.sessionTimeout().dividedBy(5).toMillis()));
    }

    private static Map<String, Object> identity(InstanceProperties instance, String applicationId) {
        Map<String, Object> identity = new HashMap<>(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, applicationId,
                StreamsConfig.APPLICATION_SERVER_CONFIG, instance.advertised(),
                StreamsConfig.STATE_DIR_CONFIG, instance.stateDir().toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG, instance.threads(),
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, instance.standbyReplicas()));
        instance.staticMember()
                .ifPresent(name ->
                        identity.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), name));
        return identity;
    }

    private static Map<String, Object> guarantees() {
        return Map.of(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2,
                // Static membership, standbys and warm-ups: the newer protocol lacks them.
                StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true,
                StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, UsePartitionTimeOnInvalidTimestamp.class,
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnhandledRecords.class);
    }

    private static String producer(String setting) {
        return StreamsConfig.producerPrefix(setting);
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }
}
