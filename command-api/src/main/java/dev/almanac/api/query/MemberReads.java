package dev.almanac.api.query;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Part;
import dev.almanac.api.read.Seen;
import dev.almanac.api.read.Snapshots;
import dev.almanac.api.sync.SyncWait;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jooq.Record;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads a workspace for one of its members, of a read model that has reached a given seq (0 for any). A workspace that
 * the user is no member of is not found.
 */
@Component
public class MemberReads {
    private final Snapshots snapshots;
    private final SyncWait wait;
    private final SyncWait activityWait;

    MemberReads(Snapshots snapshots, SyncWait wait, @Qualifier("activityWait") SyncWait activityWait) {
        this.snapshots = snapshots;
        this.wait = wait;
        this.activityWait = activityWait;
    }

    /** The read model's seq at a moment when the user was a member. */
    public Mono<Long> authorize(UUID workspaceId, UUID userId, long atLeast) {
        return upToDate(
                () -> wait.until(workspaceId, atLeast), atLeast, snapshots.forMember(workspaceId, userId), seq -> seq);
    }

    /** The rows of some items. */
    Mono<Seen<List<Record>>> rows(UUID workspaceId, UUID userId, long atLeast, Items items) {
        return upToDate(
                () -> wait.until(workspaceId, atLeast),
                atLeast,
                snapshots.forMember(workspaceId, userId, items),
                Seen::seq);
    }

    /** The rows of some items of what was done. */
    public Mono<Seen<List<Record>>> activity(UUID workspaceId, UUID userId, long atLeast, Items items) {
        var look = snapshots.forMember(workspaceId, userId, Part.ACTIVITY, items);
        return upToDate(
                () -> wait.until(workspaceId, atLeast).then(activityWait.until(workspaceId, atLeast)),
                atLeast,
                look,
                Seen::seq);
    }

    /** The row of an item that has to be there. */
    Mono<Seen<Record>> row(UUID workspaceId, UUID userId, long atLeast, Items item) {
        return rows(workspaceId, userId, atLeast, item)
                .map(seen -> seen.map(rows -> rows.stream()
                        .findFirst()
                        .orElseThrow(() -> notFound("There is no such thing in this workspace"))));
    }

    /** Looks first and waits only where that was too early: mostly it isn't. */
    private static <T> Mono<T> upToDate(
            Supplier<Mono<Void>> arrival, long atLeast, Mono<Optional<T>> look, ToLongFunction<T> seq) {
        return look.flatMap(first -> first.filter(seen -> seq.applyAsLong(seen) >= atLeast)
                .map(Mono::just)
                .orElseGet(() -> atLeast == 0
                        ? Mono.error(MemberReads::noMember)
                        : arrival.get().then(look).map(second -> second.orElseThrow(MemberReads::noMember))));
    }

    /** Whether the reason is that the user sees no such workspace, or thing in it. */
    public static boolean isNotFound(Throwable error) {
        return error instanceof ProblemException refused && refused.problem().type() == ProblemType.NOT_FOUND;
    }

    private static ProblemException noMember() {
        return notFound("There is no such workspace, or you are no member of it");
    }

    private static ProblemException notFound(String detail) {
        return Problem.of(ProblemType.NOT_FOUND, detail).exception();
    }
}
