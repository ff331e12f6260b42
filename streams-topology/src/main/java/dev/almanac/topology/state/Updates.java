package dev.almanac.topology.state;

import dev.almanac.schemas.event.CommentAdded;
import dev.almanac.schemas.event.CommentDeleted;
import dev.almanac.schemas.event.CommentEdited;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ListCreated;
import dev.almanac.schemas.event.ListDeleted;
import dev.almanac.schemas.event.ListEdited;
import dev.almanac.schemas.event.MemberAdded;
import dev.almanac.schemas.event.MemberRemoved;
import dev.almanac.schemas.event.MemberRoleChanged;
import dev.almanac.schemas.event.TaskCancelled;
import dev.almanac.schemas.event.TaskCompleted;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.event.TaskDeleted;
import dev.almanac.schemas.event.TaskEdited;
import dev.almanac.schemas.event.TaskMoved;
import dev.almanac.schemas.event.TaskReopened;
import dev.almanac.schemas.event.TaskRestored;
import dev.almanac.schemas.event.WorkspaceCreated;
import dev.almanac.schemas.event.WorkspaceEdited;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.update.Update;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What an event tells whoever shows the thing that it is about. */
public final class Updates {
    private Updates() {}

    /** @throws IllegalArgumentException where the record is no event */
    public static Update of(SpecificRecord event) {
        return switch (event) {
            case WorkspaceCreated e -> put(e.getMetadata(), e.getWorkspace());
            case WorkspaceEdited e -> put(e.getMetadata(), e.getWorkspace());
            case MemberAdded e -> put(e.getMetadata(), e.getMember());
            case MemberRoleChanged e -> put(e.getMetadata(), e.getMember());
            case MemberRemoved e ->
                update(e.getMetadata(), EntityKind.MEMBER, e.getMember().getUserId(), null);
            case ListCreated e -> put(e.getMetadata(), e.getList());
            case ListEdited e -> put(e.getMetadata(), e.getList());
            case ListDeleted e ->
                update(e.getMetadata(), EntityKind.LIST, e.getList().getId(), null);
            case TaskCreated e -> put(e.getMetadata(), e.getTask());
            case TaskEdited e -> put(e.getMetadata(), e.getTask());
            case TaskCompleted e -> put(e.getMetadata(), e.getTask());
            case TaskReopened e -> put(e.getMetadata(), e.getTask());
            case TaskCancelled e -> put(e.getMetadata(), e.getTask());
            case TaskDeleted e -> put(e.getMetadata(), e.getTask());
            case TaskRestored e -> put(e.getMetadata(), e.getTask());
            case TaskMoved e -> put(e.getMetadata(), e.getTask());
            case CommentAdded e -> put(e.getMetadata(), e.getComment());
            case CommentEdited e -> put(e.getMetadata(), e.getComment());
            case CommentDeleted e ->
                update(e.getMetadata(), EntityKind.COMMENT, e.getComment().getId(), null);
            default -> throw new IllegalArgumentException(event.getClass().getName() + " is no event");
        };
    }

    private static Update put(EventMetadata metadata, Workspace workspace) {
        return update(metadata, EntityKind.WORKSPACE, workspace.getId(), EntityStates.of(workspace));
    }

    private static Update put(EventMetadata metadata, Member member) {
        return update(metadata, EntityKind.MEMBER, member.getUserId(), EntityStates.of(member));
    }

    private static Update put(EventMetadata metadata, TaskList list) {
        return update(metadata, EntityKind.LIST, list.getId(), EntityStates.of(list));
    }

    private static Update put(EventMetadata metadata, Task task) {
        return update(metadata, EntityKind.TASK, task.getId(), EntityStates.of(task));
    }

    private static Update put(EventMetadata metadata, Comment comment) {
        return update(metadata, EntityKind.COMMENT, comment.getId(), EntityStates.of(comment));
    }

    private static Update update(EventMetadata metadata, EntityKind kind, UUID id, @Nullable EntityState state) {
        return new Update(metadata.getWorkspaceId(), metadata.getSeq(), kind, id, metadata.getOccurredAt(), state);
    }
}
