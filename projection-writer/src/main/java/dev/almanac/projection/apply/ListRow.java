package dev.almanac.projection.apply;

import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.TaskList;
import java.util.UUID;

/** A row of {@code list}. */
public record ListRow(UUID workspaceId, UUID id, long seq, long version, String name, String position, String state)
        implements Row {
    static ListRow of(TaskList list, long seq) {
        return new ListRow(
                list.getWorkspaceId(),
                list.getId(),
                seq,
                list.getVersion(),
                Storable.text(list.getName()),
                list.getPosition(),
                Storable.json(list));
    }

    @Override
    public EntityKind kind() {
        return EntityKind.LIST;
    }
}
