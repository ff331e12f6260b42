package dev.almanac.api.accept;

import dev.almanac.schemas.command.AddComment;
import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.CreateFilter;
import dev.almanac.schemas.command.CreateList;
import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.command.CreateWorkspace;
import dev.almanac.schemas.command.DeleteComment;
import dev.almanac.schemas.command.DeleteFilter;
import dev.almanac.schemas.command.DeleteList;
import dev.almanac.schemas.command.DeleteTask;
import dev.almanac.schemas.command.DismissReminder;
import dev.almanac.schemas.command.EditComment;
import dev.almanac.schemas.command.EditFilter;
import dev.almanac.schemas.command.EditList;
import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.EditWorkspace;
import dev.almanac.schemas.command.LinkCalendar;
import dev.almanac.schemas.command.MoveTask;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.RemoveMember;
import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.command.RestoreTask;
import dev.almanac.schemas.command.SetMember;
import dev.almanac.schemas.command.SkipTask;
import dev.almanac.schemas.command.SnoozeReminder;
import dev.almanac.schemas.command.UnlinkCalendar;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Wraps what is to be done into the schema's {@link Operation}. */
public final class Operations {
    private Operations() {}

    /**
     * The operation that does this and nothing else.
     *
     * @param action a record that {@link Operation} has a field for
     * @param expectedVersion refused unless the thing has this version
     */
    public static Operation of(SpecificRecord action, Optional<Long> expectedVersion) {
        Operation.Builder operation = Operation.newBuilder().setExpectedVersion(expectedVersion.orElse(null));
        return switch (action) {
            case CreateWorkspace it -> operation.setCreateWorkspace(it).build();
            case EditWorkspace it -> operation.setEditWorkspace(it).build();
            case SetMember it -> operation.setSetMember(it).build();
            case RemoveMember it -> operation.setRemoveMember(it).build();
            case LinkCalendar it -> operation.setLinkCalendar(it).build();
            case UnlinkCalendar it -> operation.setUnlinkCalendar(it).build();
            case CreateList it -> operation.setCreateList(it).build();
            case EditList it -> operation.setEditList(it).build();
            case DeleteList it -> operation.setDeleteList(it).build();
            case CreateTask it -> operation.setCreateTask(it).build();
            case EditTask it -> operation.setEditTask(it).build();
            case CompleteTask it -> operation.setCompleteTask(it).build();
            case ReopenTask it -> operation.setReopenTask(it).build();
            case CancelTask it -> operation.setCancelTask(it).build();
            case DeleteTask it -> operation.setDeleteTask(it).build();
            case RestoreTask it -> operation.setRestoreTask(it).build();
            case SkipTask it -> operation.setSkipTask(it).build();
            case MoveTask it -> operation.setMoveTask(it).build();
            case SnoozeReminder it -> operation.setSnoozeReminder(it).build();
            case DismissReminder it -> operation.setDismissReminder(it).build();
            case AddComment it -> operation.setAddComment(it).build();
            case EditComment it -> operation.setEditComment(it).build();
            case DeleteComment it -> operation.setDeleteComment(it).build();
            case CreateFilter it -> operation.setCreateFilter(it).build();
            case EditFilter it -> operation.setEditFilter(it).build();
            case DeleteFilter it -> operation.setDeleteFilter(it).build();
            default -> throw new IllegalArgumentException("No operation does a " + action.getClass());
        };
    }
}
