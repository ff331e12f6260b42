package dev.almanac.schemas.topic;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One topic of the catalogue.
 *
 * @param name as the broker knows it
 * @param keys what its records are keyed by
 * @param values the records that it carries; empty where it carries raw bytes, as a dead-letter topic does
 * @param retention what it forgets
 * @param maxRecordBytes the largest batch that it takes, and so the largest record, in bytes after compression
 * @param deadLetters whether what can't be handled is put into {@link #dlq()}
 */
public record Topic(
        String name,
        KeyKind keys,
        Set<Class<? extends SpecificRecord>> values,
        Retention retention,
        int maxRecordBytes,
        boolean deadLetters) {
    private static final String DLQ_SUFFIX = ".dlq";
    private static final Duration DLQ_RETENTION = Duration.ofDays(30);
    private static final int DLQ_HEADERS_BYTES = 64 * 1024;

    public Topic {
        org.apache.kafka.common.internals.Topic.validate(name);
        values = Set.copyOf(values);
        if (maxRecordBytes < 1024) {
            throw new IllegalArgumentException(name + ": no record fits into " + maxRecordBytes + " bytes");
        }
    }

    /**
     * The topic that takes this one's records that can't be read or handled: as they are, with headers that tell
     * error, place and offset.
     *
     * @throws IllegalStateException where no consumer of this topic writes dead letters
     */
    public Topic dlq() {
        if (!deadLetters) {
            throw new IllegalStateException(name + " has no dead-letter topic in the catalogue");
        }
        return new Topic(
                name + DLQ_SUFFIX,
                keys,
                Set.of(),
                new Retention.Age(DLQ_RETENTION),
                maxRecordBytes + DLQ_HEADERS_BYTES,
                false);
    }

    /** The topic's configuration, in the broker's words; what is not named is the broker's default. */
    public Map<String, String> config() {
        Map<String, String> config = new TreeMap<>();
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxRecordBytes));
        switch (retention) {
            case Retention.Unlimited() -> {
                config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
                config.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
            }
            case Retention.Age(Duration age) -> {
                config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(age.toMillis()));
                // Only closed segments are deleted, so a segment must not live as long as what it holds.
                config.put(
                        TopicConfig.SEGMENT_MS_CONFIG,
                        Long.toString(segmentAge(age).toMillis()));
            }
            case Retention.LatestPerKey() ->
                config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        return Map.copyOf(config);
    }

    private static Duration segmentAge(Duration retention) {
        Duration share = retention.dividedBy(6);
        Duration longest = Duration.ofDays(7);
        return share.compareTo(longest) < 0 ? share : longest;
    }
}
