package dev.almanac.topology.decide.workspace;

import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Role;
import dev.almanac.topology.state.WorkspaceState;

/** A workspace always has an owner. */
final class Owners {
    private Owners() {}

    static boolean isLast(WorkspaceState state, Member member) {
        return member.getRole() == Role.OWNER
                && state.members().stream()
                        .noneMatch(other -> other.getRole() == Role.OWNER
                                && !other.getUserId().equals(member.getUserId()));
    }
}
