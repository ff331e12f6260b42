package dev.almanac.projection.apply;

import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code task}.
 *
 * @param tagKeys the tags in lower case, by which they are compared, in the same order
 * @param deletedAt set while the task is in the trash
 */
public record TaskRow(
        UUID workspaceId,
        UUID id,
        long seq,
        long version,
        UUID listId,
        @Nullable UUID parentId,
        String position,
        String title,
        @Nullable String notes,
        TaskStatus status,
        Priority priority,
        List<String> tags,
        List<String> tagKeys,
        @Nullable UUID assignee,
        @Nullable Moment start,
        @Nullable Moment due,
        boolean recurring,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Instant deletedAt,
        String state)
        implements Row {
    public TaskRow {
        tags = List.copyOf(tags);
        tagKeys = List.copyOf(tagKeys);
    }

    static TaskRow of(Task task, long seq) {
        List<String> tags = task.getTags().stream().map(Storable::text).toList();
        return new TaskRow(
                task.getWorkspaceId(),
                task.getId(),
                seq,
                task.getVersion(),
                task.getListId(),
                task.getParentId().orElse(null),
                task.getPosition(),
                Storable.text(task.getTitle()),
                task.getNotes().map(Storable::text).orElse(null),
                task.getStatus(),
                task.getPriority(),
                tags,
                tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList(),
                task.getAssignee().orElse(null),
                task.getStart().map(Moment::of).orElse(null),
                task.getDue().map(Moment::of).orElse(null),
                task.getRecurrence().isPresent(),
                Storable.instant(task.getCreatedAt()),
                Storable.instant(task.getUpdatedAt()),
                task.getCompletedAt().map(Storable::instant).orElse(null),
                task.getDeletedAt().map(Storable::instant).orElse(null),
                Storable.json(task));
    }

    @Override
    public EntityKind kind() {
        return EntityKind.TASK;
    }
}
