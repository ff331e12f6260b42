package dev.almanac.projection.apply;

import dev.almanac.schemas.event.CalendarLinked;
import dev.almanac.schemas.event.CalendarUnlinked;
import dev.almanac.schemas.event.CommentAdded;
import dev.almanac.schemas.event.CommentDeleted;
import dev.almanac.schemas.event.CommentEdited;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.FilterCreated;
import dev.almanac.schemas.event.FilterDeleted;
import dev.almanac.schemas.event.FilterEdited;
import dev.almanac.schemas.event.ListCreated;
import dev.almanac.schemas.event.ListDeleted;
import dev.almanac.schemas.event.ListEdited;
import dev.almanac.schemas.event.MemberAdded;
import dev.almanac.schemas.event.MemberRemoved;
import dev.almanac.schemas.event.MemberRoleChanged;
import dev.almanac.schemas.event.ReminderCancelled;
import dev.almanac.schemas.event.ReminderDismissed;
import dev.almanac.schemas.event.ReminderScheduled;
import dev.almanac.schemas.event.ReminderTriggered;
import dev.almanac.schemas.event.TaskCancelled;
import dev.almanac.schemas.event.TaskCompleted;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.event.TaskDeleted;
import dev.almanac.schemas.event.TaskEdited;
import dev.almanac.schemas.event.TaskMoved;
import dev.almanac.schemas.event.TaskOverdue;
import dev.almanac.schemas.event.TaskReopened;
import dev.almanac.schemas.event.TaskRestored;
import dev.almanac.schemas.event.TaskSkipped;
import dev.almanac.schemas.event.WorkspaceCreated;
import dev.almanac.schemas.event.WorkspaceEdited;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.ReminderStatus;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** What each type of event means for the read model. */
public final class Facts {
    private Facts() {}

    /**
     * @param event one of those that {@code task-events} carries
     * @throws IllegalArgumentException for any other record, or for one with values that no row can hold
     */
    public static Fact read(Place place, SpecificRecord event) {
        return switch (event) {
            case WorkspaceCreated e -> put(place, e.getMetadata(), e.getWorkspace());
            case WorkspaceEdited e -> put(place, e.getMetadata(), e.getWorkspace());
            case MemberAdded e -> put(place, e.getMetadata(), e.getMember());
            case MemberRoleChanged e -> put(place, e.getMetadata(), e.getMember());
            case CalendarLinked e -> put(place, e.getMetadata(), e.getMember());
            case CalendarUnlinked e -> put(place, e.getMetadata(), e.getMember());
            case MemberRemoved e ->
                remove(place, e.getMetadata(), EntityKind.MEMBER, e.getMember().getUserId());
            case ListCreated e -> put(place, e.getMetadata(), e.getList());
            case ListEdited e -> put(place, e.getMetadata(), e.getList());
            case ListDeleted e ->
                remove(place, e.getMetadata(), EntityKind.LIST, e.getList().getId());
            case TaskCreated e -> put(place, e.getMetadata(), e.getTask());
            case TaskEdited e -> put(place, e.getMetadata(), e.getTask());
            case TaskCompleted e -> put(place, e.getMetadata(), e.getTask());
            case TaskReopened e -> put(place, e.getMetadata(), e.getTask());
            case TaskCancelled e -> put(place, e.getMetadata(), e.getTask());
            case TaskDeleted e -> put(place, e.getMetadata(), e.getTask());
            case TaskRestored e -> put(place, e.getMetadata(), e.getTask());
            case TaskMoved e -> put(place, e.getMetadata(), e.getTask());
            case TaskOverdue e -> put(place, e.getMetadata(), e.getTask());
            case TaskSkipped e -> put(place, e.getMetadata(), e.getTask());
            case ReminderScheduled e -> ofReminder(place, e.getMetadata(), e.getReminder(), e.getTask());
            case ReminderCancelled e -> ofReminder(place, e.getMetadata(), e.getReminder(), e.getTask());
            case ReminderTriggered e -> ofReminder(place, e.getMetadata(), e.getReminder(), e.getTask());
            case ReminderDismissed e -> ofReminder(place, e.getMetadata(), e.getReminder(), e.getTask());
            case CommentAdded e -> put(place, e.getMetadata(), e.getComment());
            case CommentEdited e -> put(place, e.getMetadata(), e.getComment());
            case CommentDeleted e ->
                remove(
                        place,
                        e.getMetadata(),
                        EntityKind.COMMENT,
                        e.getComment().getId());
            case FilterCreated e -> put(place, e.getMetadata(), e.getFilter());
            case FilterEdited e -> put(place, e.getMetadata(), e.getFilter());
            case FilterDeleted e ->
                remove(place, e.getMetadata(), EntityKind.FILTER, e.getFilter().getId());
            default ->
                throw new IllegalArgumentException(event.getSchema().getFullName() + " is no event of the read model");
        };
    }

    private static Fact put(Place place, EventMetadata metadata, Workspace workspace) {
        return put(place, metadata, WorkspaceRow.of(workspace, metadata.getSeq()));
    }

    private static Fact put(Place place, EventMetadata metadata, Member member) {
        return put(place, metadata, MemberRow.of(member, metadata.getSeq()));
    }

    private static Fact put(Place place, EventMetadata metadata, TaskList list) {
        return put(place, metadata, ListRow.of(list, metadata.getSeq()));
    }

    private static Fact put(Place place, EventMetadata metadata, Task task) {
        return put(place, metadata, TaskRow.of(task, metadata.getSeq()));
    }

    /** A reminder is in its task's state; where the event carries no task, that has it already. */
    private static Fact ofReminder(Place place, EventMetadata metadata, ReminderStatus reminder, Optional<Task> task) {
        return task.map(after -> put(place, metadata, after))
                .orElseGet(() -> fact(
                        place,
                        metadata,
                        new Change.Nothing(
                                reminder.getWorkspaceId(),
                                EntityKind.REMINDER,
                                reminder.getReminderId(),
                                metadata.getSeq())));
    }

    private static Fact put(Place place, EventMetadata metadata, Comment comment) {
        return put(place, metadata, CommentRow.of(comment, metadata.getSeq()));
    }

    private static Fact put(Place place, EventMetadata metadata, SavedFilter filter) {
        return put(place, metadata, FilterRow.of(filter, metadata.getSeq()));
    }

    private static Fact put(Place place, EventMetadata metadata, Row row) {
        return fact(place, metadata, new Change.Put(row));
    }

    private static Fact remove(Place place, EventMetadata metadata, EntityKind kind, UUID id) {
        return fact(place, metadata, new Change.Remove(metadata.getWorkspaceId(), kind, id, metadata.getSeq()));
    }

    private static Fact fact(Place place, EventMetadata metadata, Change change) {
        if (!change.workspaceId().equals(metadata.getWorkspaceId())) {
            throw new IllegalArgumentException(
                    "The event is of workspace " + metadata.getWorkspaceId() + ", but what it carries is not");
        }
        boolean audited = metadata.getActor().getKind() == ActorKind.USER;
        return new Fact(place, metadata.getOccurredAt(), audited, change);
    }
}
