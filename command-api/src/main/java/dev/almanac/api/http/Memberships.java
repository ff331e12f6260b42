package dev.almanac.api.http;

import dev.almanac.schemas.model.Role;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Knows what users may do in a workspace, where that has to be known before a command is decided. */
@FunctionalInterface
public interface Memberships {
    /**
     * @param atLeast the seq that what is read has to have reached; 0 for any
     * @return fails with a problem of type {@code not_found} where the user is no member
     */
    Mono<Role> roleOf(UUID workspaceId, UUID userId, long atLeast);
}
