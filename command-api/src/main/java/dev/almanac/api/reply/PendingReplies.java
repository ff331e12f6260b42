package dev.almanac.api.reply;

import dev.almanac.schemas.result.CommandResult;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Who waits for which answer, and on which partitions answers reach this instance. Safe for all threads. */
@Component
public class PendingReplies {
    private record Waiting(int partition, Sinks.One<CommandResult> answer) {}

    /**
     * A place kept for an answer.
     *
     * @param partition of {@code task-command-results} to which the answer is to go
     * @param answer the answer; completes empty where it will reach another instance instead
     */
    public record Expected(int partition, Mono<CommandResult> answer) {}

    private final ConcurrentMap<UUID, Waiting> waiting = new ConcurrentHashMap<>();
    private final Semaphore places;
    private volatile int[] listening = {};

    PendingReplies(ReplySettings settings) {
        this.places = new Semaphore(settings.pending());
    }

    /**
     * Keeps a place for an answer, until {@link #forget}; empty where none reach this instance at the moment, or too many
     * are awaited.
     */
    public Optional<Expected> expect(UUID commandId) {
        var partitions = listening;
        if (partitions.length == 0 || !places.tryAcquire()) {
            return Optional.empty();
        }
        var partition = partitions[ThreadLocalRandom.current().nextInt(partitions.length)];
        Sinks.One<CommandResult> answer = Sinks.one();
        waiting.put(commandId, new Waiting(partition, answer));
        return Optional.of(new Expected(partition, answer.asMono()));
    }

    /** Gives a place back; nobody waits for that answer any more. */
    public void forget(UUID commandId) {
        if (waiting.remove(commandId) != null) {
            places.release();
        }
    }

    /** How many answers are awaited. */
    public int size() {
        return waiting.size();
    }

    boolean isListening() {
        return listening.length > 0;
    }

    boolean isAwaited(UUID commandId) {
        return waiting.containsKey(commandId);
    }

    /** Brings an answer to who waits for it, if anybody does. */
    public void answer(CommandResult result) {
        var asker = waiting.get(result.getCommandId());
        if (asker != null) {
            asker.answer().tryEmitValue(result);
        }
    }

    /** From now on answers come by these partitions; who waits on any other is told that its answer won't come here. */
    public void listenOn(Set<Integer> partitions) {
        listening = partitions.stream().mapToInt(Integer::intValue).toArray();
        for (var asker : waiting.values()) {
            if (!partitions.contains(asker.partition())) {
                asker.answer().tryEmitEmpty();
            }
        }
    }
}
