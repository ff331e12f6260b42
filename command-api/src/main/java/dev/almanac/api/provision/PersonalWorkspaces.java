package dev.almanac.api.provision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.almanac.api.accept.Operations;
import dev.almanac.api.dispatch.CommandDispatcher;
import dev.almanac.api.dispatch.Dispatched;
import dev.almanac.api.dispatch.Draft;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.security.Caller;
import dev.almanac.schemas.command.CreateWorkspace;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.result.CommandResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sees to it that every caller has a personal workspace. It is asked for once for each user and instance, which changes
 * nothing where it exists.
 */
@Component
public class PersonalWorkspaces {
    private static final String NAME = "Personal";
    private static final int MOST_REMEMBERED = 100_000;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final CommandDispatcher dispatcher;
    private final Cache<UUID, Mono<Long>> seen =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    PersonalWorkspaces(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * Completes when the caller's personal workspace exists, with the seq by which a read model shows it: 0 where it was
     * there before.
     *
     * @return fails with a problem of type {@code unavailable} where that could not be found out
     */
    public Mono<Long> of(Caller caller) {
        return seen.get(
                caller.userId(),
                id -> create(caller).doOnError(_ -> seen.invalidate(id)).cache());
    }

    private Mono<Long> create(Caller caller) {
        var id = caller.userId();
        var create = Operations.of(new CreateWorkspace(NAME, Ids.inbox(id)), Optional.empty());
        var actor = new Actor(id, ActorKind.USER, caller.name().orElse(null));
        return dispatcher
                .dispatch(new Draft(id, actor, new Origin(null, null), Optional.empty(), true, List.of(create)))
                .map(PersonalWorkspaces::seq);
    }

    private static long seq(Dispatched dispatched) {
        return switch (dispatched) {
            case Dispatched.Answered(var result) -> seq(result);
            case Dispatched.Pending _ ->
                throw Problem.temporary(ProblemType.UNAVAILABLE, "Your personal workspace is still being made", RETRY)
                        .exception();
        };
    }

    private static long seq(CommandResult result) {
        return switch (result.getOutcomes().getFirst().getStatus()) {
            case ACCEPTED -> result.getSeq();
            case UNCHANGED -> 0;
            case REJECTED, NOT_ATTEMPTED, UNKNOWN ->
                throw new IllegalStateException("A personal workspace was refused: " + result.getOutcomes());
        };
    }
}
