package dev.almanac.api.support;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.publish.CommandPublisher;
import dev.almanac.api.reply.CommandLookup;
import dev.almanac.api.reply.PendingReplies;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Takes the place of everything behind the API: answers commands as the test says, and keeps them for it to look at. */
public final class ScriptedTopology implements CommandPublisher, CommandLookup {
    private final PendingReplies replies;
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final Map<UUID, CommandResult> results = new ConcurrentHashMap<>();
    private final AtomicInteger provisions = new AtomicInteger();
    private volatile Function<Command, Optional<CommandResult>> script = _ -> Optional.empty();
    private volatile boolean down;

    ScriptedTopology(PendingReplies replies) {
        this.replies = replies;
        replies.listenOn(Set.of(0));
    }

    /** From now on every command but those that provide a personal workspace gets this answer; empty for none. */
    public void answer(Function<Command, Optional<CommandResult>> next) {
        commands.clear();
        script = next;
    }

    /** From now on every command has these outcomes. */
    public void outcomes(Outcome... outcomes) {
        answer(command -> Optional.of(result(command, 7, List.of(outcomes))));
    }

    /** From now on every command is agreed to. */
    public void agree() {
        answer(command -> Optional.of(Agreement.with(command)));
    }

    /** Whether commands can be taken at all. */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** How many commands were to provide a personal workspace. */
    public int provisions() {
        return provisions.get();
    }

    /** The next command that was sent since the last script, other than for a personal workspace. */
    public Command sent() {
        return Optional.ofNullable(commands.poll()).orElseThrow(() -> new AssertionError("No command was sent"));
    }

    public boolean sentNone() {
        return commands.isEmpty();
    }

    public static CommandResult result(Command command, long seq, List<Outcome> outcomes) {
        return new CommandResult(
                command.getCommandId(),
                command.getWorkspaceId(),
                command.getActor().getUserId(),
                Instant.EPOCH,
                seq,
                false,
                outcomes);
    }

    @Override
    public Mono<Void> publish(Command command) {
        if (down) {
            return Mono.error(Problem.temporary(ProblemType.UNAVAILABLE, "down", Duration.ofSeconds(1))
                    .exception());
        }
        return Mono.fromRunnable(() -> {
            if (providesPersonalWorkspace(command)) {
                provisions.incrementAndGet();
                replies.answer(result(command, 1, List.of(new Outcome(OutcomeStatus.UNCHANGED, null, null))));
                return;
            }
            commands.add(command);
            script.apply(command).ifPresent(result -> {
                results.put(command.getCommandId(), result);
                replies.answer(result);
            });
        });
    }

    @Override
    public Mono<CommandResult> find(UUID commandId) {
        return Mono.justOrEmpty(results.get(commandId));
    }

    private static boolean providesPersonalWorkspace(Command command) {
        return command.getWorkspaceId().equals(command.getActor().getUserId())
                && command.getOperations().stream()
                        .map(Operation::getCreateWorkspace)
                        .anyMatch(Optional::isPresent);
    }
}
