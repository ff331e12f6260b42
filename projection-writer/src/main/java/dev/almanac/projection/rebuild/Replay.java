package dev.almanac.projection.rebuild;

import dev.almanac.projection.consume.BatchPipeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all partitions of a topic from their beginning and has them applied, up to where it is told. */
final class Replay {
    private static final Logger log = LoggerFactory.getLogger(Replay.class);
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final BatchPipeline<?> pipeline;
    private final List<TopicPartition> partitions;

    Replay(String topic, Consumer<byte[], byte[]> consumer, BatchPipeline<?> pipeline) {
        this.topic = topic;
        this.consumer = consumer;
        this.pipeline = pipeline;
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    List<Integer> partitions() {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    void start(Map<Integer, Long> from) {
        from.forEach((partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
        pipeline.start(from);
    }

    /** The offset after the last committed record of each partition, as of now. */
    Map<Integer, Long> ends() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    }

    /** How many offsets lie between here and there. */
    long distanceTo(Map<Integer, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end ->
                        Math.max(0, end.getValue() - consumer.position(new TopicPartition(topic, end.getKey()))))
                .sum();
    }

    /** Returns when everything before these offsets is committed to the rows. */
    void applyUpTo(Map<Integer, Long> ends) {
        log.atInfo().addKeyValue("offsets", distanceTo(ends)).log("Replaying");
        while (distanceTo(ends) > 0) {
            pipeline.submit(consumer.poll(POLL_TIMEOUT));
        }
        pipeline.settle();
    }
}
