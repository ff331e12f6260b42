package dev.almanac.projection.apply;

import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Workspace;
import java.util.UUID;

/** A row of {@code workspace}. */
public record WorkspaceRow(UUID workspaceId, long seq, long version, String name, String state) implements Row {
    static WorkspaceRow of(Workspace workspace, long seq) {
        return new WorkspaceRow(
                workspace.getId(),
                seq,
                workspace.getVersion(),
                Storable.text(workspace.getName()),
                Storable.json(workspace));
    }

    @Override
    public EntityKind kind() {
        return EntityKind.WORKSPACE;
    }

    @Override
    public UUID id() {
        return workspaceId;
    }
}
