package dev.almanac.api.reply;

import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the answers that are addressed to this instance to whoever waits for them, on a thread of its own. An answer is
 * of use to who waits and to nobody later, so reading starts at the end and no offset is ever committed.
 */
@Component
class ResultListener implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ResultListener.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration POSITION = Duration.ofSeconds(5);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final ResultConsumers consumers;
    private final PendingReplies pending;
    private final Deserializer<CommandResult> deserializer;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    ResultListener(ResultConsumers consumers, PendingReplies pending, AvroSerdes serdes) {
        this.consumers = consumers;
        this.pending = pending;
        Serde<CommandResult> serde = serdes.serde();
        this.deserializer = serde.deserializer();
    }

    /** Also after a stop. */
    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("command-results").start(this::run);
    }

    @Override
    public void stop() {
        stopping.countDown();
        var running = thread;
        try {
            if (running != null) {
                running.join(STOP);
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

    /** Stops after the web server, so that requests under way still get their answers. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (!isStopping(Duration.ZERO)) {
            try (var consumer = consumers.member()) {
                listen(consumer);
            } catch (KafkaException failure) {
                log.error("Reading the answers to commands failed, beginning anew", failure);
                isStopping(BACK_OFF);
            } finally {
                pending.listenOn(Set.of());
            }
        }
    }

    private void listen(Consumer<String, byte[]> consumer) {
        consumer.subscribe(List.of(Topics.TASK_COMMAND_RESULTS.name()), new Assignment(consumer));
        while (!isStopping(Duration.ZERO)) {
            for (var result : consumer.poll(POLL)) {
                deliver(result);
            }
        }
    }

    private void deliver(ConsumerRecord<String, byte[]> result) {
        try {
            if (pending.isAwaited(RecordKeys.parseReply(result.key()).commandId())) {
                pending.answer(deserializer.deserialize(result.topic(), result.value()));
            }
        } catch (KafkaException | IllegalArgumentException unreadable) {
            log.error(
                    "The answer at {}-{}@{} can't be read",
                    result.topic(),
                    result.partition(),
                    result.offset(),
                    unreadable);
        }
    }

    private boolean isStopping(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Tells on which partitions answers come; only once reading stands at their ends, so that none is missed. */
    private final class Assignment implements ConsumerRebalanceListener {
        private final Consumer<String, byte[]> consumer;

        Assignment(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> added) {
            consumer.seekToEnd(added);
            added.forEach(partition -> consumer.position(partition, POSITION));
            listenOn(consumer.assignment());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            var kept = Set.copyOf(consumer.assignment());
            listenOn(kept.stream()
                    .filter(partition -> !revoked.contains(partition))
                    .collect(Collectors.toSet()));
        }

        private void listenOn(Set<TopicPartition> partitions) {
            var numbers = partitions.stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
            pending.listenOn(numbers);
            log.info("Answers to commands come by partitions {}", numbers);
        }
    }
}
