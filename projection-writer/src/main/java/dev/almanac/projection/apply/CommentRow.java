package dev.almanac.projection.apply;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityKind;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code comment}. */
public record CommentRow(
        UUID workspaceId, UUID id, long seq, long version, UUID taskId, Instant createdAt, String text, String state)
        implements Row {
    static CommentRow of(Comment comment, long seq) {
        return new CommentRow(
                comment.getWorkspaceId(),
                comment.getId(),
                seq,
                comment.getVersion(),
                comment.getTaskId(),
                Storable.instant(comment.getCreatedAt()),
                Storable.text(comment.getText()),
                Storable.json(comment));
    }

    @Override
    public EntityKind kind() {
        return EntityKind.COMMENT;
    }
}
