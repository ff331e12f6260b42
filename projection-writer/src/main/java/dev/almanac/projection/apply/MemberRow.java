package dev.almanac.projection.apply;

import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Role;
import java.util.UUID;

/** A row of {@code member}. */
public record MemberRow(UUID workspaceId, UUID userId, long seq, long version, Role role, String state) implements Row {
    static MemberRow of(Member member, long seq) {
        return new MemberRow(
                member.getWorkspaceId(),
                member.getUserId(),
                seq,
                member.getVersion(),
                member.getRole(),
                Storable.json(member));
    }

    @Override
    public EntityKind kind() {
        return EntityKind.MEMBER;
    }

    @Override
    public UUID id() {
        return userId;
    }
}
