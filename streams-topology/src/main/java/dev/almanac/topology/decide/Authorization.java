package dev.almanac.topology.decide;

import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may do what: a viewer only reads, and saves filters for that, an editor changes lists, tasks and comments, an owner also the workspace and its
 * members. Whoever is no member does not learn whether the workspace exists. Almanac itself may do all.
 */
final class Authorization {
    private Authorization() {}

    /** @return why not; empty where the actor may */
    static Optional<Rejection> fault(Attempt attempt, Request request) {
        if (attempt.state().workspace().isEmpty()) {
            return request.makesWorkspace() ? Optional.empty() : Optional.of(Rejections.workspaceNotFound());
        }
        if (attempt.isBySystem()) {
            return Optional.empty();
        }
        if (request.own()) {
            return Optional.of(Rejections.forbidden("Only Almanac itself does this."));
        }
        Optional<Role> role = attempt.state().member(attempt.actorId()).map(Member::getRole);
        if (role.isEmpty()) {
            return Optional.of(Rejections.workspaceNotFound());
        }
        return role.get().compareTo(request.role()) >= 0
                ? Optional.empty()
                : Optional.of(Rejections.forbidden(
                        "This takes the role " + request.role().name().toLowerCase(Locale.ROOT) + ", or more."));
    }
}
