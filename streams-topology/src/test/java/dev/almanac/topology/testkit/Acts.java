package dev.almanac.topology.testkit;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.AddComment;
import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
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
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.EditWorkspace;
import dev.almanac.schemas.command.FireReminder;
import dev.almanac.schemas.command.ImportThing;
import dev.almanac.schemas.command.LinkCalendar;
import dev.almanac.schemas.command.MarkOverdue;
import dev.almanac.schemas.command.MoveTask;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.command.RemoveMember;
import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.command.RestoreTask;
import dev.almanac.schemas.command.SetMember;
import dev.almanac.schemas.command.SkipTask;
import dev.almanac.schemas.command.SnoozeReminder;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.command.TrashListTasks;
import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.command.UnlinkCalendar;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.RelativeTo;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.TaskDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can be asked for. Things go by their {@link Labels}. */
public final class Acts {
    public static final String INBOX = "inbox";

    private Acts() {}

    public static Act createWorkspace(String name) {
        return Act.of(operation()
                .setCreateWorkspace(new CreateWorkspace(name, Labels.id(INBOX)))
                .build());
    }

    public static Act renameWorkspace(String name) {
        return editWorkspace(edit -> edit.setName(name));
    }

    public static Act editWorkspace(UnaryOperator<EditWorkspace.Builder> fields) {
        return Act.of(operation()
                .setEditWorkspace(fields.apply(EditWorkspace.newBuilder()).build())
                .build());
    }

    public static Act setMember(String user, Role role) {
        return Act.of(operation()
                .setSetMember(new SetMember(Labels.id(user), role, user))
                .build());
    }

    public static Act removeMember(String user) {
        return Act.of(
                operation().setRemoveMember(new RemoveMember(Labels.id(user))).build());
    }

    /** By whoever asks, for their own calendar. */
    public static Act linkCalendar(String link) {
        return Act.of(
                operation().setLinkCalendar(new LinkCalendar(Labels.id(link))).build());
    }

    public static Act unlinkCalendar() {
        return Act.of(operation().setUnlinkCalendar(new UnlinkCalendar()).build());
    }

    public static Act createList(String list) {
        return createList(list, fields -> fields);
    }

    public static Act createList(String list, UnaryOperator<CreateList.Builder> fields) {
        CreateList.Builder asked =
                CreateList.newBuilder().setId(Labels.id(list)).setName(list);
        return Act.of(operation().setCreateList(fields.apply(asked).build()).build());
    }

    public static Act editList(String list, UnaryOperator<EditList.Builder> fields) {
        EditList.Builder asked = EditList.newBuilder().setId(Labels.id(list));
        return Act.of(operation().setEditList(fields.apply(asked).build()).build());
    }

    public static Act deleteList(String list) {
        return Act.of(operation().setDeleteList(new DeleteList(Labels.id(list))).build());
    }

    public static Act createFilter(String filter, String expression) {
        return createFilter(filter, fields -> fields.setFilter(expression));
    }

    public static Act createFilter(String filter, UnaryOperator<CreateFilter.Builder> fields) {
        CreateFilter.Builder asked = CreateFilter.newBuilder()
                .setId(Labels.id(filter))
                .setName(filter)
                .setFilter("overdue = true");
        return Act.of(operation().setCreateFilter(fields.apply(asked).build()).build());
    }

    public static Act editFilter(String filter, UnaryOperator<EditFilter.Builder> fields) {
        EditFilter.Builder asked = EditFilter.newBuilder().setId(Labels.id(filter));
        return Act.of(operation().setEditFilter(fields.apply(asked).build()).build());
    }

    public static Act deleteFilter(String filter) {
        return Act.of(
                operation().setDeleteFilter(new DeleteFilter(Labels.id(filter))).build());
    }

    public static Act trashListTasks(String list) {
        return Act.of(operation()
                .setTrashListTasks(new TrashListTasks(Labels.id(list)))
                .build());
    }

    /** In the inbox, with its label for a title. */
    public static Act createTask(String task) {
        return createTask(task, fields -> fields);
    }

    public static Act createTask(String task, UnaryOperator<TaskPatch.Builder> fields) {
        return createTask(task, null, null, fields);
    }

    public static Act createTaskIn(String list, String task) {
        return createTask(task, list, null, fields -> fields);
    }

    public static Act createTaskAt(Placement placement, String task) {
        return createTask(task, null, placement, fields -> fields);
    }

    public static Act createSubtask(String parent, String task) {
        return createTask(task, fields -> fields.setParentId(Labels.id(parent)));
    }

    public static Act createTask(
            String task,
            @Nullable String list,
            @Nullable Placement placement,
            UnaryOperator<TaskPatch.Builder> fields) {
        return Act.of(operation()
                .setCreateTask(new CreateTask(
                        Labels.id(task),
                        list == null ? null : Labels.id(list),
                        fields.apply(TaskPatch.newBuilder().setTitle(task)).build(),
                        placement))
                .build());
    }

    public static Act editTask(String task, UnaryOperator<TaskPatch.Builder> fields) {
        return editTask(Labels.id(task), EditScope.THIS, fields);
    }

    public static Act editTask(UUID task, EditScope scope, UnaryOperator<TaskPatch.Builder> fields) {
        return Act.of(operation()
                .setEditTask(
                        new EditTask(task, fields.apply(TaskPatch.newBuilder()).build(), scope))
                .build());
    }

    public static Act complete(String task) {
        return complete(Labels.id(task));
    }

    public static Act complete(UUID task) {
        return Act.of(operation().setCompleteTask(new CompleteTask(task)).build());
    }

    public static Act skip(UUID task) {
        return Act.of(operation().setSkipTask(new SkipTask(task)).build());
    }

    /** As the timer of the occurrence before asks for it. */
    public static Act createOccurrence(UUID before, Instant due) {
        return Act.of(operation()
                        .setCreateOccurrence(new CreateOccurrence(before, due))
                        .build())
                .bySystem();
    }

    public static Act reopen(String task) {
        return reopen(Labels.id(task));
    }

    public static Act reopen(UUID task) {
        return Act.of(operation().setReopenTask(new ReopenTask(task)).build());
    }

    public static Act cancel(String task) {
        return Act.of(operation().setCancelTask(new CancelTask(Labels.id(task))).build());
    }

    public static Act delete(String task) {
        return delete(Labels.id(task));
    }

    public static Act delete(UUID task) {
        return Act.of(operation().setDeleteTask(new DeleteTask(task)).build());
    }

    public static Act restore(String task) {
        return restore(Labels.id(task));
    }

    public static Act restore(UUID task) {
        return Act.of(operation().setRestoreTask(new RestoreTask(task)).build());
    }

    public static Act move(String task, Placement placement) {
        return Act.of(operation()
                .setMoveTask(new MoveTask(Labels.id(task), null, placement))
                .build());
    }

    public static Act moveTo(String list, String task) {
        return moveTo(list, task, null);
    }

    public static Act moveTo(String list, String task, @Nullable Placement placement) {
        return Act.of(operation()
                .setMoveTask(new MoveTask(Labels.id(task), Labels.id(list), placement))
                .build());
    }

    public static Act addComment(String task, String comment) {
        return addComment(task, comment, comment);
    }

    public static Act addComment(String task, String comment, String text) {
        return Act.of(operation()
                .setAddComment(new AddComment(Labels.id(comment), Labels.id(task), text))
                .build());
    }

    public static Act editComment(String task, String comment, String text) {
        return Act.of(operation()
                .setEditComment(new EditComment(Labels.id(comment), Labels.id(task), text))
                .build());
    }

    public static Act deleteComment(String task, String comment) {
        return Act.of(operation()
                .setDeleteComment(new DeleteComment(Labels.id(comment), Labels.id(task)))
                .build());
    }

    /** To take back what the audit log tells. */
    public static Act undo(AuditEntry entry) {
        return Act.of(operation()
                .setUndo(new Undo(
                        entry.getEventId().orElseThrow(),
                        entry.getKind(),
                        entry.getEntityId().orElseThrow(),
                        entry.getBefore().orElse(null),
                        entry.getAfter().orElse(null),
                        entry.getSeq().orElseThrow(),
                        entry.getLastSeq().orElseThrow(),
                        entry.getOthers()))
                .build());
    }

    /** To make a thing as it was elsewhere. */
    public static Act importThing(EntityState thing) {
        return Act.of(operation().setImportThing(new ImportThing(thing)).build());
    }

    public static Act snooze(String task, String reminder, Instant until) {
        return Act.of(operation()
                .setSnoozeReminder(new SnoozeReminder(Labels.id(task), Labels.id(reminder), until))
                .build());
    }

    public static Act dismiss(String task, String reminder) {
        return Act.of(operation()
                .setDismissReminder(new DismissReminder(Labels.id(task), Labels.id(reminder)))
                .build());
    }

    public static Act fire(String task, String reminder, Instant due) {
        return Act.of(operation()
                .setFireReminder(new FireReminder(Labels.id(task), Labels.id(reminder), due))
                .build());
    }

    /** As its timer asks for it. */
    public static Act markOverdue(UUID task, Instant due) {
        return Act.of(operation().setMarkOverdue(new MarkOverdue(task, due)).build())
                .bySystem();
    }

    public static ReminderRequest remindAt(String reminder, Instant at) {
        return new ReminderRequest(Labels.id(reminder), at, null, null);
    }

    /** @param offset from when the task is due */
    public static ReminderRequest remind(String reminder, String offset) {
        return new ReminderRequest(Labels.id(reminder), null, offset, null);
    }

    /** @param offset from when the task starts */
    public static ReminderRequest remindFromStart(String reminder, String offset) {
        return new ReminderRequest(Labels.id(reminder), null, offset, RelativeTo.START);
    }

    /** @param time such as {@code 2026-11-30T09:00} */
    public static TaskDate time(String time, String zone) {
        return new TaskDate(null, LocalDateTime.parse(time), zone);
    }

    /** @param date such as {@code 2026-11-30} */
    public static TaskDate day(String date, String zone) {
        return new TaskDate(LocalDate.parse(date), null, zone);
    }

    /** An operation as it would arrive from a version that knows more. */
    public static Act unknown() {
        return Act.of(operation().build());
    }

    public static Placement after(String neighbour) {
        return new Placement(Labels.id(neighbour), null);
    }

    public static Placement before(String neighbour) {
        return new Placement(null, Labels.id(neighbour));
    }

    private static Operation.Builder operation() {
        return Operation.newBuilder();
    }
}
