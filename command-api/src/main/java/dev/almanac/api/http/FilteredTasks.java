package dev.almanac.api.http;

import dev.almanac.api.read.Seen;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Knows which tasks a filter means. */
@FunctionalInterface
public interface FilteredTasks {
    /**
     * Their ids, the oldest first, those in the trash left out.
     *
     * @param pointer to the filter in the request's body, told where it can't be understood
     * @param atLeast the seq that must be reached
     * @param most of them
     * @return fails with a problem where the caller is no member, or the filter can't be understood
     */
    Mono<Seen<List<UUID>>> ids(UUID workspaceId, UUID caller, String filter, String pointer, long atLeast, int most);
}
