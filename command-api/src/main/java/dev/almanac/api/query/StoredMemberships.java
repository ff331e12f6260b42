package dev.almanac.api.query;

import static org.jooq.impl.DSL.select;

import dev.almanac.api.http.Memberships;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Tables.Members;
import dev.almanac.schemas.model.Role;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Roles, from the read model. */
@Component
class StoredMemberships implements Memberships {
    private final MemberReads reads;

    StoredMemberships(MemberReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Role> roleOf(UUID workspaceId, UUID userId, long atLeast) {
        var member = Items.one(select(Members.USER_ID.as("id"), Members.ROLE)
                .from(Members.TABLE)
                .where(Members.WORKSPACE_ID.eq(workspaceId), Members.USER_ID.eq(userId)));
        return reads.row(workspaceId, userId, atLeast, member)
                .map(seen -> Role.valueOf(seen.value().get(Members.ROLE).toUpperCase(Locale.ROOT)));
    }
}
