package dev.almanac.api.importing;

import dev.almanac.api.accept.ImportedThings;
import dev.almanac.api.dispatch.CommandDispatcher;
import dev.almanac.api.dispatch.Dispatched;
import dev.almanac.api.dispatch.Draft;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.problem.Violation;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Brings a file that was found sound into a workspace, in commands of some things each, one after the other. Parents come
 * before their subtasks: the file is read once for each level of its trees. It waits on the thread that it is called on.
 */
final class Application {
    private static final int MOST_OPERATIONS = 100;
    /** A command is one record, and with a hundred long notes would be too large for one. */
    private static final int MOST_CHARACTERS = 200_000;

    /** A decision makes at most 500, and a thing with all its reminders 21. */
    private static final int MOST_EVENTS = 450;

    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CommandDispatcher dispatcher;
    private final ImportedThings things;
    private final Translation translation;
    private final Plan plan;
    private final Function<List<Operation>, Draft> draft;
    private final FluxSink<Progress> sink;

    private final List<Operation> operations = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private int characters;
    private int events;
    private int made;
    private int there;
    private long seq;

    Application(
            CommandDispatcher dispatcher,
            ImportedThings things,
            Translation translation,
            Plan plan,
            Function<List<Operation>, Draft> draft,
            FluxSink<Progress> sink) {
        this.dispatcher = dispatcher;
        this.things = things;
        this.translation = translation;
        this.plan = plan;
        this.draft = draft;
        this.sink = sink;
    }

    /** Something in the way; what was done by then stays. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Violation> errors;

        StoppedException(String detail, List<Violation> errors) {
            super(detail, null, false, false);
            this.errors = errors;
        }
    }

    void apply(Source source, Path file) throws IOException {
        try {
            for (var level = 0; level < plan.levels(); level++) {
                var current = level;
                try (var in = Files.newInputStream(file)) {
                    source.read(in, item -> take(item, current));
                }
                flush();
            }
            sink.next(new Progress.Done(made, there, seq));
            sink.complete();
        } catch (StoppedException stopped) {
            sink.next(new Progress.Stopped(
                    made + there, plan.things(), String.valueOf(stopped.getMessage()), stopped.errors));
            sink.complete();
        } catch (MalformedFileException changed) {
            throw new IllegalStateException("The file was sound before", changed);
        }
    }

    private void take(Item item, int level) {
        if (sink.isCancelled()) {
            throw new StoppedException("The client has left", List.of());
        }
        switch (item.kind()) {
            case LIST -> {
                if (level == 0) {
                    things.list(item.json())
                            .thing()
                            .ifPresent(list -> translation
                                    .list(list)
                                    .ifPresentOrElse(operation -> add(item, operation), () -> there++));
                }
            }
            case TASK -> {
                var id = UUID.fromString(item.json().get("id").stringValue());
                if (Optional.ofNullable(plan.depths().get(id)).orElse(0) == level) {
                    things.task(item.json()).thing().ifPresent(task -> add(item, translation.task(task)));
                }
            }
            case COMMENT -> {
                if (level == plan.levels() - 1) {
                    things.comment(item.json()).thing().ifPresent(comment -> add(item, translation.comment(comment)));
                }
            }
        }
    }

    private void add(Item item, Operation operation) {
        items.add(item);
        operations.add(operation);
        characters += item.json().path("notes").asString("").length()
                + item.json().path("text").asString("").length();
        events += 1 + item.json().path("reminders").size();
        if (operations.size() == MOST_OPERATIONS || characters > MOST_CHARACTERS || events > MOST_EVENTS) {
            flush();
        }
    }

    private void flush() {
        if (operations.isEmpty()) {
            return;
        }
        var result = send(List.copyOf(operations));
        List<Violation> errors = new ArrayList<>();
        for (var index = 0; index < items.size(); index++) {
            count(items.get(index), result.getOutcomes().get(index)).ifPresent(errors::add);
        }
        items.clear();
        operations.clear();
        characters = 0;
        events = 0;
        seq = Math.max(seq, result.getSeq());
        if (!errors.isEmpty()) {
            throw new StoppedException("Some things were refused", errors);
        }
        sink.next(new Progress.Applying(made + there, plan.things()));
    }

    private Optional<Violation> count(Item item, Outcome outcome) {
        if (outcome.getStatus() == OutcomeStatus.ACCEPTED) {
            made++;
        } else if (outcome.getStatus() == OutcomeStatus.UNCHANGED) {
            there++;
        } else {
            var reason = outcome.getRejection();
            return Optional.of(new Violation(
                    item.pointer() + reason.flatMap(Rejection::getPointer).orElse(""),
                    reason.map(Rejection::getDetail).orElse("was refused")));
        }
        return Optional.empty();
    }

    /** Sends a command until it is known what became of it; doing it twice changes nothing. */
    private CommandResult send(List<Operation> chunk) {
        @Nullable
        CommandResult result = dispatcher
                .dispatch(draft.apply(chunk))
                .flatMap(dispatched -> switch (dispatched) {
                    case Dispatched.Answered(var answer) -> Mono.just(answer);
                    case Dispatched.Pending _ -> Mono.<CommandResult>error(new NoAnswerException());
                })
                .retryWhen(Retry.backoff(TRIES, PAUSE).filter(Application::passes))
                .onErrorMap(
                        Application::isOutage,
                        _ -> new StoppedException("Changes can't be taken at the moment", List.of()))
                .block();
        if (result == null) {
            throw new IllegalStateException("A command had no result");
        }
        return result;
    }

    private static final class NoAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswerException() {
            super("No answer in time", null, false, false);
        }
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof NoAnswerException
                || (failure instanceof ProblemException problem
                        && problem.problem().type() == ProblemType.UNAVAILABLE);
    }

    private static boolean isOutage(Throwable failure) {
        return passes(failure) || Exceptions.isRetryExhausted(failure);
    }
}
