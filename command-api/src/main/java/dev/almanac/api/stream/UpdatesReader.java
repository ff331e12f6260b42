package dev.almanac.api.stream;

import static java.util.Map.entry;

import dev.almanac.api.kafka.KafkaSettings;
import dev.almanac.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads all of {@code task-updates} from its end on: every instance sees every update, without a group, so nothing is
 * ever rebalanced. After a failure it goes on where it was. Whatever it misses all the same is a hole in a chain.
 */
@Component
class UpdatesReader implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(UpdatesReader.class);
    private static final String TOPIC = Topics.TASK_UPDATES.name();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final UpdateInbox inbox;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    UpdatesReader(KafkaSettings kafka, UpdateInbox inbox) {
        this.kafka = kafka;
        this.inbox = inbox;
    }

    /** Also after a stop: it then goes on where it was. */
    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform()
                .name("updates-reader")
                .uncaughtExceptionHandler((_, defect) -> log.error("task-updates is no longer read", defect))
                .start(this::run);
    }

    @Override
    public void stop() {
        stopping.countDown();
        var running = thread;
        try {
            if (running != null) {
                running.join(TIMEOUT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        var running = thread;
        return running != null && running.isAlive();
    }

    private void run() {
        do {
            try (Consumer<String, byte[]> consumer =
                    new KafkaConsumer<>(configuration(), new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (KafkaException failure) {
                log.warn("task-updates can't be read; until it can, streams follow the read model", failure);
            }
        } while (!stopsWithin(RETRY));
    }

    private void follow(Consumer<String, byte[]> consumer) {
        consumer.assign(partitions(consumer));
        for (var partition : consumer.assignment()) {
            var position = positions.get(partition);
            if (position == null) {
                consumer.seekToEnd(List.of(partition));
                positions.put(partition, consumer.position(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
        while (!stopsWithin(Duration.ZERO)) {
            for (var update : consumer.poll(POLL)) {
                inbox.accept(update);
                positions.put(new TopicPartition(update.topic(), update.partition()), update.offset() + 1);
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("There is no topic " + TOPIC);
        }
        return partitions;
    }

    private boolean stopsWithin(Duration time) {
        try {
            return stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Map<String, Object> configuration() {
        return kafka.with(Map.ofEntries(
                entry(ConsumerConfig.CLIENT_ID_CONFIG, "command-api-updates"),
                entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                // Where the position is no longer in the topic.
                entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest"),
                entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(TIMEOUT.toMillis()))));
    }
}
