package dev.almanac.api.publish;

import static java.util.Map.entry;

import dev.almanac.api.kafka.KafkaSettings;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.RegistryUnavailableException;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.schemas.topic.WorkspacePartitioner;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Writes commands to {@code task-commands}. A thread of its own does that, since a producer blocks where it knows no
 * broker or has no memory left, and a schema that was never written is first looked up in the registry.
 */
@Component
class KafkaCommandPublisher implements CommandPublisher {
    private static final Logger log = LoggerFactory.getLogger(KafkaCommandPublisher.class);
    private static final String TOPIC = Topics.TASK_COMMANDS.name();
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Producer<String, Command> producer;
    private final ThreadPoolExecutor thread;

    KafkaCommandPublisher(KafkaSettings kafka, PublishSettings settings, AvroSerdes serdes) {
        Serde<Command> serde = serdes.serde();
        this.producer = new KafkaProducer<>(configuration(kafka, settings), new StringSerializer(), serde.serializer());
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.backlog()),
                Thread.ofPlatform().name("command-publisher").factory());
    }

    @Override
    public Mono<Void> publish(Command command) {
        return Mono.create(sink -> {
            try {
                thread.execute(() -> send(command, sink));
            } catch (RejectedExecutionException full) {
                sink.error(unavailable());
            }
        });
    }

    private void send(Command command, MonoSink<Void> sink) {
        try {
            var key = RecordKeys.workspace(command.getWorkspaceId());
            producer.send(new ProducerRecord<>(TOPIC, key, command), (_, failure) -> {
                if (failure == null) {
                    sink.success();
                } else {
                    sink.error(problem(failure));
                }
            });
        } catch (RuntimeException failure) {
            sink.error(problem(failure));
        }
    }

    private static Exception problem(Exception failure) {
        return switch (failure) {
            case RecordTooLargeException _ ->
                Problem.of(ProblemType.TOO_LARGE, "The command is larger than a record may be")
                        .exception();
            case RegistryUnavailableException _, KafkaException _ -> {
                log.warn("A command could not be published", failure);
                yield unavailable();
            }
            default -> failure;
        };
    }

    private static Exception unavailable() {
        return Problem.temporary(
                        ProblemType.UNAVAILABLE,
                        "The change could not be taken; try again with the same Idempotency-Key",
                        RETRY)
                .exception();
    }

    private static Map<String, Object> configuration(KafkaSettings kafka, PublishSettings settings) {
        return kafka.with(Map.ofEntries(
                entry(ProducerConfig.CLIENT_ID_CONFIG, "command-api"),
                entry(ProducerConfig.ACKS_CONFIG, "all"),
                entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                entry(ProducerConfig.PARTITIONER_CLASS_CONFIG, WorkspacePartitioner.class.getName()),
                entry(ProducerConfig.LINGER_MS_CONFIG, settings.linger().toMillis()),
                entry(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Math.toIntExact(settings.timeout().toMillis())),
                entry(
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        Math.toIntExact(settings.timeout().toMillis() / 2)),
                entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.timeout().toMillis() / 4)));
    }

    @PreDestroy
    void close() {
        thread.shutdown();
        producer.close(Duration.ofSeconds(5));
    }
}
