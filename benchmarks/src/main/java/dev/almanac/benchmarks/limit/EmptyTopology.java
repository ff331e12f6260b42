package dev.almanac.benchmarks.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;

/** A Streams application that hands each record on, exactly once, committing every 10 ms. */
public final class EmptyTopology {
    private static final int RECORDS = 1_000_000;
    private static final Duration POLL = Duration.ofMillis(100);

    private EmptyTopology() {}

    /** Records a second from topic to topic, read committed, over a backlog of a million. */
    public static double measure(String bootstrapServers) throws IOException, InterruptedException {
        ScratchTopic source = ScratchTopic.create(bootstrapServers);
        ScratchTopic sink = ScratchTopic.create(bootstrapServers);
        fill(source);
        Path state = Files.createTempDirectory("almanac-bench-streams");
        double perSecond;
        try (KafkaConsumer<byte[], byte[]> consumer = committedReader(sink);
                KafkaStreams streams = streams(source, sink, state)) {
            streams.start();
            long seen = 0;
            // The first records tell that the application has been assigned its partitions.
            while (seen == 0) {
                seen = consumer.poll(POLL).count();
            }
            long start = System.nanoTime();
            long before = seen;
            while (seen < RECORDS) {
                seen += consumer.poll(POLL).count();
            }
            perSecond = (seen - before) / ((System.nanoTime() - start) / 1e9);
        }
        source.delete();
        sink.delete();
        return perSecond;
    }

    private static void fill(ScratchTopic topic) {
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, topic.bootstrapServers());
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(
                        new ProducerRecord<>(topic.name(), i % ScratchTopic.PARTITIONS, null, ScratchTopic.VALUE));
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> committedReader(ScratchTopic topic) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, topic.bootstrapServers());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Collection<TopicPartition> partitions = IntStream.range(0, ScratchTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(List.copyOf(partitions));
        return consumer;
    }

    private static KafkaStreams streams(ScratchTopic source, ScratchTopic sink, Path state) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(source.name()).to(sink.name());
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, source.name());
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, source.bootstrapServers());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 10);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return new KafkaStreams(builder.build(), config);
    }
}
