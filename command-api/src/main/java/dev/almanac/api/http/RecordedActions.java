package dev.almanac.api.http;

import dev.almanac.api.accept.UndoRequest;
import dev.almanac.schemas.audit.AuditEntry;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Knows what was done. */
@FunctionalInterface
public interface RecordedActions {
    /**
     * What was accepted of what is named, as the audit log tells it.
     *
     * @param atLeast the workspace's seq that has to be known of
     * @return at least one; fails with a problem: {@code not-found} where the user is no member or nothing like that was done
     */
    Mono<List<AuditEntry>> of(UUID workspaceId, UUID userId, long atLeast, UndoRequest asked);
}
