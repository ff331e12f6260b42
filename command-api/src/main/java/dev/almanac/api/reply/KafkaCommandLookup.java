package dev.almanac.api.reply;

import static java.util.stream.Collectors.toMap;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds an answer by reading {@code task-command-results} from the time that the command's id tells. This is rare and costs what was answered since, so one search runs at a time.
 */
@Component
class KafkaCommandLookup implements CommandLookup {
    private static final Logger log = LoggerFactory.getLogger(KafkaCommandLookup.class);
    private static final String TOPIC = Topics.TASK_COMMAND_RESULTS.name();
    private static final int MOST_WAITING = 50;
    private static final int MOST_RECORDS = 1_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** By how much the broker's time may be behind that of whoever made the id. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final ResultConsumers consumers;
    private final Deserializer<CommandResult> deserializer;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("command-lookup").factory());

    KafkaCommandLookup(ResultConsumers consumers, AvroSerdes serdes) {
        this.consumers = consumers;
        Serde<CommandResult> serde = serdes.serde();
        this.deserializer = serde.deserializer();
    }

    @Override
    public Mono<CommandResult> find(UUID commandId) {
        return Mono.create(sink -> {
            try {
                thread.execute(() -> {
                    try {
                        search(commandId).ifPresentOrElse(sink::success, sink::success);
                    } catch (KafkaException failure) {
                        log.warn("The answer to command {} could not be searched", commandId, failure);
                        sink.error(unavailable());
                    }
                });
            } catch (RejectedExecutionException full) {
                sink.error(unavailable());
            }
        });
    }

    private Optional<CommandResult> search(UUID commandId) {
        try (var consumer = consumers.reader()) {
            var ends = start(consumer, Ids.timeOf(commandId).minus(SLACK));
            var deadline = System.nanoTime() + LONGEST.toNanos();
            var read = 0;
            while (read < MOST_RECORDS && System.nanoTime() < deadline && !isAt(consumer, ends)) {
                for (var result : consumer.poll(POLL)) {
                    read++;
                    if (isAnswerTo(commandId, result)) {
                        return Optional.of(deserializer.deserialize(TOPIC, result.value()));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** Places the consumer at the first answers of that time; gives how far there is something to read. */
    private static Map<TopicPartition, Long> start(Consumer<String, byte[]> consumer, Instant from) {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        consumer.offsetsForTimes(partitions.stream().collect(toMap(it -> it, _ -> from.toEpochMilli())))
                .forEach((partition, first) ->
                        consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset()));
        return ends;
    }

    private static boolean isAt(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static boolean isAnswerTo(UUID commandId, ConsumerRecord<String, byte[]> result) {
        return result.key().endsWith(commandId.toString())
                && RecordKeys.parseReply(result.key()).commandId().equals(commandId);
    }

    private static Exception unavailable() {
        return Problem.temporary(ProblemType.UNAVAILABLE, "The answer can't be looked up at the moment", RETRY)
                .exception();
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
