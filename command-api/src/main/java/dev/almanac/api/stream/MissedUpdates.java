package dev.almanac.api.stream;

import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.sync.Changes;
import dev.almanac.api.sync.ChangesPage;
import dev.almanac.api.sync.SyncWait;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Reads from the read model what did not come, or no longer comes, by the live way. */
@Component
class MissedUpdates {
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final Changes changes;
    private final SyncWait wait;

    MissedUpdates(Changes changes, SyncWait wait) {
        this.changes = changes;
        this.wait = wait;
    }

    /**
     * A page of changes after a seq. It comes only once the read model has reached {@code atLeast}, however long that and
     * any outage last.
     *
     * @param limit the most changes of the page
     */
    Mono<ChangesPage> page(UUID workspaceId, long after, long atLeast, int limit) {
        var read = changes.after(workspaceId, after, limit);
        return read.flatMap(page -> page.more() || page.upTo() >= atLeast
                        ? Mono.just(page)
                        : wait.until(workspaceId, atLeast).then(read))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, RETRY)
                        .maxBackoff(LONGEST_RETRY)
                        .filter(ProblemException.class::isInstance));
    }
}
