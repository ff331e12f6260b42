package dev.almanac.api.query;

import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;

import dev.almanac.api.read.ReadModel;
import dev.almanac.api.read.Tables.Members;
import dev.almanac.api.read.Tables.Workspaces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists the workspaces that a user is a member of: the personal one first, then by name. */
@Component
class UserWorkspaces {
    private final ReadModel readModel;

    UserWorkspaces(ReadModel readModel) {
        this.readModel = readModel;
    }

    Mono<Page<WorkspaceSummary>> of(UUID userId, int limit, Optional<String> cursor) {
        var workspaces = new Keyset(
                "workspaces/" + userId,
                Members.TABLE.join(Workspaces.TABLE).on(Workspaces.WORKSPACE_ID.eq(Members.WORKSPACE_ID)),
                Workspaces.WORKSPACE_ID,
                List.of(Workspaces.NAME, Members.ROLE),
                Members.USER_ID.eq(userId),
                List.of(
                        Key.truth(field(Workspaces.WORKSPACE_ID.eq(userId)), true),
                        Key.text(Workspaces.NAME.collate(collation(TaskOrder.ALPHABETICAL)), false),
                        Key.id(Workspaces.WORKSPACE_ID, false)));
        var items = workspaces.items(limit, cursor);
        return readModel.rows(items.select()).map(rows -> workspaces.page(rows, limit, row -> summary(row, userId)));
    }

    private static WorkspaceSummary summary(Record row, UUID userId) {
        var id = row.get("id", UUID.class);
        return new WorkspaceSummary(id, row.get(Workspaces.NAME), row.get(Members.ROLE), id.equals(userId));
    }
}
