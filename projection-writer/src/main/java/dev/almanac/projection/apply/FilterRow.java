package dev.almanac.projection.apply;

import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.SavedFilter;
import java.util.UUID;

/** A row of {@code filter}. */
public record FilterRow(UUID workspaceId, UUID id, long seq, long version, UUID owner, String name, String state)
        implements Row {
    static FilterRow of(SavedFilter filter, long seq) {
        return new FilterRow(
                filter.getWorkspaceId(),
                filter.getId(),
                seq,
                filter.getVersion(),
                filter.getOwner(),
                Storable.text(filter.getName()),
                Storable.json(filter));
    }

    @Override
    public EntityKind kind() {
        return EntityKind.FILTER;
    }
}
