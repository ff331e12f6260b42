package dev.almanac.topology.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes dead letters: the raw record, in the same partition of its topic's dead-letter topic, with its own headers and
 * those that tell error, place and offset. The names are those of Kafka Streams' own dead letters (KIP-1034).
 */
public final class DeadLetters {
    public static final String EXCEPTION = "__streams.errors.exception";
    public static final String MESSAGE = "__streams.errors.message";
    public static final String STACK_TRACE = "__streams.errors.stacktrace";
    public static final String TOPIC = "__streams.errors.topic";
    public static final String PARTITION = "__streams.errors.partition";
    public static final String OFFSET = "__streams.errors.offset";
    /** The step of the topology; Streams has no name for it. */
    public static final String PROCESSOR = "__streams.errors.processor";

    private static final int MESSAGE_CHARACTERS = 1_000;
    private static final int STACK_TRACE_CHARACTERS = 8_000;

    private static final Map<String, Topic> DESTINATIONS =
            Topics.all().stream().filter(Topic::deadLetters).collect(toUnmodifiableMap(Topic::name, Topic::dlq));

    private DeadLetters() {}

    /** @throws IllegalStateException where the catalogue has no dead-letter topic for the record's */
    static ProducerRecord<byte[], byte[]> of(ErrorHandlerContext place, Throwable error) {
        Topic destination = DESTINATIONS.get(place.topic());
        if (destination == null) {
            throw new IllegalStateException(place.topic() + " has no dead-letter topic");
        }
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                destination.name(), place.partition(), timestamp(place), place.sourceRawKey(), place.sourceRawValue());
        Headers headers = letter.headers();
        for (Header header : place.headers()) {
            headers.add(header);
        }
        add(headers, EXCEPTION, error.getClass().getName());
        add(headers, MESSAGE, shortened(error.getMessage(), MESSAGE_CHARACTERS));
        add(headers, STACK_TRACE, shortened(stackTrace(error), STACK_TRACE_CHARACTERS));
        add(headers, TOPIC, place.topic());
        add(headers, PARTITION, Integer.toString(place.partition()));
        add(headers, OFFSET, Long.toString(place.offset()));
        add(headers, PROCESSOR, place.processorNodeId());
        return letter;
    }

    /** None, and so the producer's, where the record has none. */
    private static @Nullable Long timestamp(ErrorHandlerContext place) {
        return place.timestamp() < 0 ? null : place.timestamp();
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String shortened(@Nullable String text, int length) {
        if (text == null) {
            return "";
        }
        return text.length() <= length ? text : text.substring(0, length);
    }
}
