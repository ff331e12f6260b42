package dev.almanac.api.importing;

import dev.almanac.api.accept.ImportedThings;
import dev.almanac.api.accept.PreviewRequest;
import dev.almanac.api.dispatch.CommandDispatcher;
import dev.almanac.api.dispatch.Draft;
import dev.almanac.api.interactive.RecurrencePreviews;
import dev.almanac.api.limit.Places;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.problem.Violation;
import dev.almanac.api.quickadd.NamedList;
import dev.almanac.api.quickadd.Setting;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes files in: receives one whole, checks all of it, and only then begins to change anything. */
@Component
public class Importer {
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final CommandDispatcher dispatcher;
    private final RecurrencePreviews previews;
    private final ImportSettings settings;
    private final Clock clock;
    private final Places places;

    Importer(CommandDispatcher dispatcher, RecurrencePreviews previews, ImportSettings settings, Clock clock) {
        this.dispatcher = dispatcher;
        this.previews = previews;
        this.settings = settings;
        this.clock = clock;
        this.places = new Places(settings.atOnce(), "Others are importing at the moment", RETRY);
    }

    /**
     * Where an import goes, and who asks for it.
     *
     * @param zone of dates that name none
     * @param dayFirst whether 3/4 is the third of April
     * @param lists of the workspace
     */
    public record Target(
            UUID workspaceId, Actor actor, Origin origin, ZoneId zone, boolean dayFirst, List<NamedList> lists) {}

    /**
     * The import's progress. Nothing is changed before its first element; a fault in the file is a problem instead.
     *
     * @param dryRun whether to check only
     * @return fails with a problem of type {@code validation}, {@code too_large} or {@code unavailable}
     */
    public Flux<Progress> take(Flux<DataBuffer> body, MediaType type, Target target, boolean dryRun) {
        var now = clock.instant();
        var setting = new Setting(now, target.zone(), target.dayFirst(), Optional.empty(), List.of());
        return places.during(() -> Flux.usingWhen(
                Upload.receive(body, settings.largest().toBytes()),
                upload -> Mono.fromCallable(() -> Sources.of(upload, type, setting))
                        .flatMap(source -> check(source, upload, things(now, target), target)
                                .map(plan -> new Checked(source, plan)))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMapMany(checked -> dryRun
                                ? Flux.just(checked.told())
                                : apply(checked, upload, things(now, target), target)),
                upload -> Mono.fromRunnable(upload::delete)));
    }

    private record Checked(Source source, Plan plan) {
        Progress told() {
            return new Progress.Checked(source.name(), plan.lists(), plan.tasks(), plan.comments());
        }
    }

    private Mono<Plan> check(Source source, Upload upload, ImportedThings things, Target target) {
        return Mono.fromCallable(() -> {
                    try (var file = Files.newInputStream(upload.file())) {
                        return new Check(things, settings.mostThings()).of(source, file);
                    }
                })
                .flatMap(plan -> Flux.fromIterable(plan.rules())
                        .concatMap(rule -> checkRule(rule, target))
                        .then(Mono.just(plan)));
    }

    /** By the one who will follow it. */
    private Mono<byte[]> checkRule(Plan.RuleInUse rule, Target target) {
        return previews.of(
                        new PreviewRequest(rule.rule(), rule.start(), Optional.empty(), 1, Optional.empty(), List.of()),
                        target.zone())
                .onErrorMap(
                        failure -> failure instanceof ProblemException problem
                                && problem.problem().type() == ProblemType.VALIDATION,
                        failure -> Problem.validation(List.of(new Violation(
                                        rule.pointer(),
                                        ((ProblemException) failure).problem().detail())))
                                .exception());
    }

    private Flux<Progress> apply(Checked checked, Upload upload, ImportedThings things, Target target) {
        return Flux.<Progress>create(sink -> {
                    var application = new Application(
                            dispatcher,
                            things,
                            new Translation(
                                    target.workspaceId(), checked.source().namesLists(), target.lists()),
                            checked.plan(),
                            operations -> draft(target, operations),
                            sink);
                    try {
                        application.apply(checked.source(), upload.file());
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static ImportedThings things(Instant now, Target target) {
        return new ImportedThings(target.zone().getId(), now, target.actor().getUserId(), () -> Ids.v7(now));
    }

    private static Draft draft(Target target, List<Operation> operations) {
        return new Draft(target.workspaceId(), target.actor(), target.origin(), Optional.empty(), false, operations);
    }
}
