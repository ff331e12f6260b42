package dev.almanac.topology.decide;

import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.WorkspaceState;
import java.util.Optional;
import java.util.UUID;

/** Finds things of any kind. */
final class Lookup {
    private Lookup() {}

    /** @return the thing as it is now; empty where it is gone. A task in the trash is not gone. */
    static Optional<EntityState> find(WorkspaceState state, EntityKind kind, UUID id) {
        return switch (kind) {
            case UNKNOWN, REMINDER -> Optional.empty();
            case WORKSPACE -> state.workspace().map(EntityStates::of);
            case MEMBER -> state.member(id).map(EntityStates::of);
            case LIST -> Living.list(state, id).map(EntityStates::of);
            case TASK -> state.task(id).map(EntityStates::of);
            case COMMENT -> state.comment(id).map(EntityStates::of);
            case FILTER -> state.filter(id).map(EntityStates::of);
        };
    }
}
