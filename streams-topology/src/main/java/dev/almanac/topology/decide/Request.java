package dev.almanac.topology.decide;

import dev.almanac.schemas.command.AddComment;
import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.ContinueTree;
import dev.almanac.schemas.command.CreateFilter;
import dev.almanac.schemas.command.CreateList;
import dev.almanac.schemas.command.CreateOccurrence;
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
import dev.almanac.schemas.command.FireReminder;
import dev.almanac.schemas.command.ImportThing;
import dev.almanac.schemas.command.LinkCalendar;
import dev.almanac.schemas.command.MarkOverdue;
import dev.almanac.schemas.command.MoveTask;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.RemoveMember;
import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.command.RestoreTask;
import dev.almanac.schemas.command.SetMember;
import dev.almanac.schemas.command.SkipTask;
import dev.almanac.schemas.command.SnoozeReminder;
import dev.almanac.schemas.command.TrashListTasks;
import dev.almanac.schemas.command.TreeStep;
import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.command.UnlinkCalendar;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.comment.CommentAddition;
import dev.almanac.topology.decide.comment.CommentDeletion;
import dev.almanac.topology.decide.comment.CommentEdit;
import dev.almanac.topology.decide.filter.FilterCreation;
import dev.almanac.topology.decide.filter.FilterDeletion;
import dev.almanac.topology.decide.filter.FilterEdit;
import dev.almanac.topology.decide.list.ListCreation;
import dev.almanac.topology.decide.list.ListDeletion;
import dev.almanac.topology.decide.list.ListEdit;
import dev.almanac.topology.decide.list.ListTrashing;
import dev.almanac.topology.decide.task.DueTimer;
import dev.almanac.topology.decide.task.OccurrenceTimer;
import dev.almanac.topology.decide.task.ReminderChange;
import dev.almanac.topology.decide.task.TaskClosing;
import dev.almanac.topology.decide.task.TaskCreation;
import dev.almanac.topology.decide.task.TaskDeletion;
import dev.almanac.topology.decide.task.TaskEdit;
import dev.almanac.topology.decide.task.TaskMove;
import dev.almanac.topology.decide.task.TaskReopening;
import dev.almanac.topology.decide.task.TaskRestoration;
import dev.almanac.topology.decide.task.TreeContinuation;
import dev.almanac.topology.decide.workspace.CalendarLinking;
import dev.almanac.topology.decide.workspace.MemberRemoval;
import dev.almanac.topology.decide.workspace.MemberSetting;
import dev.almanac.topology.decide.workspace.WorkspaceCreation;
import dev.almanac.topology.decide.workspace.WorkspaceEdit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What an operation asks for: of which thing, who may ask, and who rules on it.
 *
 * @param action as the audit log names it
 * @param role the least that the actor must have
 * @param kind of the thing
 * @param id of the thing; empty where the operation names none
 * @param taskId the task that it is about; empty where it is about none
 * @param makesWorkspace true where it needs no workspace to be there
 * @param own true where only Almanac itself may ask for it: a timer, or what goes on with a large change
 */
record Request(
        String action,
        Role role,
        EntityKind kind,
        Optional<UUID> id,
        Optional<UUID> taskId,
        boolean makesWorkspace,
        boolean own,
        Function<Attempt, Ruling> rule) {
    /** The first field of an operation is not what it asks for: the version that it expects. */
    private static final int FIRST_BODY = 1;

    private static final int FIELDS = Operation.getClassSchema().getFields().size();

    static Request of(Command command, Operation operation) {
        UUID workspace = command.getWorkspaceId();
        return switch (body(operation)) {
            case CreateWorkspace op ->
                new Request(
                        "create_workspace",
                        Role.VIEWER,
                        EntityKind.WORKSPACE,
                        Optional.of(workspace),
                        Optional.empty(),
                        true,
                        false,
                        attempt -> WorkspaceCreation.decide(attempt, op));
            case EditWorkspace op ->
                of("edit_workspace", Role.OWNER, EntityKind.WORKSPACE, workspace, a -> WorkspaceEdit.decide(a, op));
            case SetMember op ->
                of("set_member", Role.OWNER, EntityKind.MEMBER, op.getUserId(), a -> MemberSetting.decide(a, op));
            case RemoveMember op ->
                of(
                        "remove_member",
                        leaves(command, op) ? Role.VIEWER : Role.OWNER,
                        EntityKind.MEMBER,
                        op.getUserId(),
                        a -> MemberRemoval.decide(a, op));
            case LinkCalendar op -> ofCaller("link_calendar", command, a -> CalendarLinking.link(a, op));
            case UnlinkCalendar _ -> ofCaller("unlink_calendar", command, CalendarLinking::unlink);
            case CreateList op -> ofList("create_list", op.getId(), a -> ListCreation.decide(a, op));
            case EditList op -> ofList("edit_list", op.getId(), a -> ListEdit.decide(a, op));
            case DeleteList op -> ofList("delete_list", op.getId(), a -> ListDeletion.decide(a, op));
            case TrashListTasks op -> ofOwnList("trash_list_tasks", op.getListId(), a -> ListTrashing.decide(a, op));
            case CreateTask op -> ofTask("create_task", op.getId(), a -> TaskCreation.decide(a, op));
            case EditTask op -> ofTask("edit_task", op.getId(), a -> TaskEdit.decide(a, op));
            case CompleteTask op -> ofTask("complete_task", op.getId(), a -> TaskClosing.complete(a, op));
            case ReopenTask op -> ofTask("reopen_task", op.getId(), a -> TaskReopening.decide(a, op));
            case CancelTask op -> ofTask("cancel_task", op.getId(), a -> TaskClosing.cancel(a, op));
            case SkipTask op -> ofTask("skip_task", op.getId(), a -> TaskClosing.skip(a, op));
            case CreateOccurrence op -> ofOwn("create_occurrence", op.getTaskId(), a -> OccurrenceTimer.create(a, op));
            case DeleteTask op -> ofTask("delete_task", op.getId(), a -> TaskDeletion.decide(a, op));
            case RestoreTask op -> ofTask("restore_task", op.getId(), a -> TaskRestoration.decide(a, op));
            case MoveTask op -> ofTask("move_task", op.getId(), a -> TaskMove.decide(a, op));
            case AddComment op ->
                ofComment("add_comment", op.getId(), op.getTaskId(), a -> CommentAddition.decide(a, op));
            case EditComment op ->
                ofComment("edit_comment", op.getId(), op.getTaskId(), a -> CommentEdit.decide(a, op));
            case DeleteComment op ->
                ofComment("delete_comment", op.getId(), op.getTaskId(), a -> CommentDeletion.decide(a, op));
            case CreateFilter op -> ofFilter("create_filter", op.getId(), a -> FilterCreation.decide(a, op));
            case EditFilter op -> ofFilter("edit_filter", op.getId(), a -> FilterEdit.decide(a, op));
            case DeleteFilter op -> ofFilter("delete_filter", op.getId(), a -> FilterDeletion.decide(a, op));
            case Undo op -> undo(op);
            case ImportThing op -> Importing.request(op).orElseGet(Request::unreadable);
            case SnoozeReminder op -> ofTask("snooze_reminder", op.getTaskId(), a -> ReminderChange.snooze(a, op));
            case DismissReminder op -> ofTask("dismiss_reminder", op.getTaskId(), a -> ReminderChange.dismiss(a, op));
            case FireReminder op -> ofOwn("fire_reminder", op.getTaskId(), a -> DueTimer.fire(a, op));
            case MarkOverdue op -> ofOwn("mark_overdue", op.getTaskId(), a -> DueTimer.markOverdue(a, op));
            case ContinueTree op -> ofOwn(action(op.getStep()), op.getTaskId(), a -> TreeContinuation.decide(a, op));
            default -> unreadable();
        };
    }

    private static String action(TreeStep step) {
        return switch (step) {
            case CLOSE -> "close_subtasks";
            case TRASH -> "trash_subtasks";
            case RESTORE -> "restore_subtasks";
            case COPY -> "copy_subtasks";
            case UNKNOWN -> "unknown";
        };
    }

    private static Request undo(Undo op) {
        Optional<UUID> task = op.getAfter()
                .or(op::getBefore)
                .flatMap(state -> state.getTask()
                        .map(Task::getId)
                        .or(() -> state.getComment().map(Comment::getTaskId)));
        return new Request(
                "undo",
                op.getKind() == EntityKind.WORKSPACE ? Role.OWNER : Role.EDITOR,
                op.getKind(),
                Optional.of(op.getId()),
                task,
                false,
                false,
                attempt -> Undoing.decide(attempt, op));
    }

    /** What is set of an operation; the operation itself where that is not exactly one. */
    private static Object body(Operation operation) {
        Object body = operation;
        for (int i = FIRST_BODY; i < FIELDS; i++) {
            Object field = operation.get(i);
            if (field != null) {
                if (body != operation) {
                    return operation;
                }
                body = field;
            }
        }
        return body;
    }

    private static boolean leaves(Command command, RemoveMember operation) {
        return operation.getUserId().equals(command.getActor().getUserId());
    }

    private static Request of(String action, Role role, EntityKind kind, UUID id, Function<Attempt, Ruling> rule) {
        return new Request(action, role, kind, Optional.of(id), Optional.empty(), false, false, rule);
    }

    /** About the actor's own membership. */
    private static Request ofCaller(String action, Command command, Function<Attempt, Ruling> rule) {
        return of(action, Role.VIEWER, EntityKind.MEMBER, command.getActor().getUserId(), rule);
    }

    private static Request ofList(String action, UUID id, Function<Attempt, Ruling> rule) {
        return of(action, Role.EDITOR, EntityKind.LIST, id, rule);
    }

    /** Whoever may look may save what to look for. */
    private static Request ofFilter(String action, UUID id, Function<Attempt, Ruling> rule) {
        return of(action, Role.VIEWER, EntityKind.FILTER, id, rule);
    }

    private static Request ofOwnList(String action, UUID id, Function<Attempt, Ruling> rule) {
        return new Request(action, Role.EDITOR, EntityKind.LIST, Optional.of(id), Optional.empty(), false, true, rule);
    }

    private static Request ofTask(String action, UUID id, Function<Attempt, Ruling> rule) {
        Optional<UUID> task = Optional.of(id);
        return new Request(action, Role.EDITOR, EntityKind.TASK, task, task, false, false, rule);
    }

    /** @param thing the kind, as the audit log names it */
    static Request importing(
            String thing, EntityKind kind, UUID id, Optional<UUID> taskId, Function<Attempt, Ruling> rule) {
        return new Request("import_" + thing, Role.EDITOR, kind, Optional.of(id), taskId, false, false, rule);
    }

    private static Request ofOwn(String action, UUID taskId, Function<Attempt, Ruling> rule) {
        Optional<UUID> task = Optional.of(taskId);
        return new Request(action, Role.EDITOR, EntityKind.TASK, task, task, false, true, rule);
    }

    private static Request ofComment(String action, UUID id, UUID taskId, Function<Attempt, Ruling> rule) {
        return new Request(
                action, Role.EDITOR, EntityKind.COMMENT, Optional.of(id), Optional.of(taskId), false, false, rule);
    }

    /** As from a newer version of the schema, in which operations can ask for more. */
    private static Request unreadable() {
        return new Request(
                "unknown",
                Role.VIEWER,
                EntityKind.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                attempt -> new Ruling.Refused(
                        Rejections.invalid("", "Must ask for exactly one thing that this version knows.")));
    }
}
