package dev.almanac.api.sync;

import dev.almanac.api.read.Snapshots;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what changed in a workspace, for the instance itself: nobody's membership is looked at. */
@Component
public class Changes {
    private final Snapshots snapshots;

    Changes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** A page of at most {@code limit} changes after {@code since}. */
    public Mono<ChangesPage> after(UUID workspaceId, long since, int limit) {
        var select = new ChangesSelect(workspaceId, since, limit);
        return snapshots.forAnyone(workspaceId, select.items()).map(seen -> select.page(seen.value(), seen.seq()));
    }
}
