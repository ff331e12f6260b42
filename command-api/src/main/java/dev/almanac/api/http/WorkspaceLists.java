package dev.almanac.api.http;

import dev.almanac.api.quickadd.NamedList;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Knows the lists of a workspace by name. */
@FunctionalInterface
public interface WorkspaceLists {
    /**
     * @param atLeast the seq that what is read has to have reached; 0 for any
     * @return fails with a problem of type {@code not_found} where the user is no member
     */
    Mono<List<NamedList>> of(UUID workspaceId, UUID userId, long atLeast);
}
