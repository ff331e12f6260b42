package dev.almanac.projection.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.schemas.topic.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes dead letters to the topic's {@code .dlq}: the raw record in the same partition, with its own headers and those
 * that tell error, place and offset, named as Kafka Streams names them (KIP-1034).
 */
public final class DeadLetterTopic implements DeadLetters, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterTopic.class);

    private final Topic destination;
    private final Producer<byte[], byte[]> producer;
    private final ProjectionMetrics metrics;

    /** @param properties of the producer, addresses and security */
    public DeadLetterTopic(Topic source, Map<String, Object> properties, ProjectionMetrics metrics) {
        this.destination = source.dlq();
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        this.metrics = metrics;
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record, RuntimeException error) {
        log.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .setCause(error)
                .log("A record can't be read and becomes a dead letter");
        try {
            producer.send(letter(record, error)).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause
                    ? cause
                    : new KafkaException("No dead letter could be written to " + destination.name(), e.getCause());
        }
        metrics.deadLetter();
    }

    private ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> record, RuntimeException error) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                destination.name(),
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
        Headers headers = letter.headers();
        add(headers, "exception", error.getClass().getName());
        add(headers, "message", String.valueOf(error.getMessage()));
        add(headers, "topic", record.topic());
        add(headers, "partition", Integer.toString(record.partition()));
        add(headers, "offset", Long.toString(record.offset()));
        return letter;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add("__streams.errors." + name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
