package dev.almanac.api.dispatch;

import dev.almanac.api.dispatch.Dispatched.Answered;
import dev.almanac.api.dispatch.Dispatched.Pending;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.publish.CommandPublisher;
import dev.almanac.api.reply.PendingReplies;
import dev.almanac.api.reply.PendingReplies.Expected;
import dev.almanac.api.reply.ReplySettings;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.ReplyTo;
import dev.almanac.schemas.id.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends a command and waits for its answer. */
@Component
public class CommandDispatcher {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final CommandPublisher publisher;
    private final PendingReplies replies;
    private final Duration timeout;
    private final Clock clock;
    private final Timer latency;

    CommandDispatcher(
            CommandPublisher publisher,
            PendingReplies replies,
            ReplySettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.publisher = publisher;
        this.replies = replies;
        this.timeout = settings.timeout();
        this.clock = clock;
        this.latency = Timer.builder("almanac.command.latency")
                .description("From a command's sending to its committed answer")
                .publishPercentileHistogram()
                .register(meters);
        meters.gauge("almanac.commands.pending", replies, PendingReplies::size);
    }

    /** @return fails with a problem of type {@code unavailable} where the command could not be sent for certain */
    public Mono<Dispatched> dispatch(Draft draft) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var id = Ids.v7(now);
            return Mono.using(
                    () -> replies.expect(id).orElseThrow(CommandDispatcher::unavailable),
                    expected -> send(command(draft, id, now, expected.partition()), expected),
                    _ -> replies.forget(id));
        });
    }

    private Mono<Dispatched> send(Command command, Expected expected) {
        var start = System.nanoTime();
        return publisher
                .publish(command)
                .then(expected.answer().timeout(timeout, Mono.empty()))
                .doOnNext(_ -> latency.record(Duration.ofNanos(System.nanoTime() - start)))
                // What follows, rendering above all, must not hold up the thread that brings the answers.
                .publishOn(Schedulers.parallel())
                .<Dispatched>map(Answered::new)
                .defaultIfEmpty(new Pending(command.getCommandId()));
    }

    private static Command command(Draft draft, UUID id, Instant now, int replyPartition) {
        return new Command(
                id,
                draft.workspaceId(),
                draft.actor(),
                now,
                draft.origin(),
                draft.idempotency().orElse(null),
                new ReplyTo(replyPartition),
                null,
                draft.atomic(),
                draft.operations());
    }

    private static ProblemException unavailable() {
        return Problem.temporary(ProblemType.UNAVAILABLE, "Too busy, or not ready yet, to take a change", RETRY)
                .exception();
    }
}
