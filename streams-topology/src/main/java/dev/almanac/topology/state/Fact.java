package dev.almanac.topology.state;

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

/**
 * What any event says: how one thing is now, or that it is gone.
 *
 * <p>Deleted tasks and lists are not gone: they are there, with a {@code deletedAt}.
 */
public sealed interface Fact {
    EventMetadata metadata();

    EntityKind kind();

    UUID id();

    record OfWorkspace(EventMetadata metadata, Workspace workspace) implements Fact {
        @Override
        public EntityKind kind() {
            return EntityKind.WORKSPACE;
        }

        @Override
        public UUID id() {
            return workspace.getId();
        }
    }

    record OfMember(EventMetadata metadata, Member member, boolean gone) implements Fact {
        @Override
        public EntityKind kind() {
            return EntityKind.MEMBER;
        }

        @Override
        public UUID id() {
            return member.getUserId();
        }
    }

    record OfList(EventMetadata metadata, TaskList list) implements Fact {
        @Override
        public EntityKind kind() {
            return EntityKind.LIST;
        }

        @Override
        public UUID id() {
            return list.getId();
        }
    }

    record OfTask(EventMetadata metadata, Task task) implements Fact {
        @Override
        public EntityKind kind() {
            return EntityKind.TASK;
        }

        @Override
        public UUID id() {
            return task.getId();
        }
    }

    record OfComment(EventMetadata metadata, Comment comment, boolean gone) implements Fact {
        @Override
        public EntityKind kind() {
            return EntityKind.COMMENT;
        }

        @Override
        public UUID id() {
            return comment.getId();
        }
    }

    /** @param task after the event; empty where it is as the event before left it */
    record OfReminder(EventMetadata metadata, ReminderStatus reminder, Optional<Task> task) implements Fact {
        @Override
        public EntityKind kind() {
            return EntityKind.REMINDER;
        }

        @Override
        public UUID id() {
            return reminder.getReminderId();
        }
    }

    record OfFilter(EventMetadata metadata, SavedFilter filter, boolean gone) implements Fact {
        @Override
        public EntityKind kind() {
            return EntityKind.FILTER;
        }

        @Override
        public UUID id() {
            return filter.getId();
        }
    }

    /** @throws IllegalArgumentException where the record is no event */
    static Fact of(SpecificRecord event) {
        return switch (event) {
            case WorkspaceCreated e -> new OfWorkspace(e.getMetadata(), e.getWorkspace());
            case WorkspaceEdited e -> new OfWorkspace(e.getMetadata(), e.getWorkspace());
            case MemberAdded e -> new OfMember(e.getMetadata(), e.getMember(), false);
            case MemberRoleChanged e -> new OfMember(e.getMetadata(), e.getMember(), false);
            case CalendarLinked e -> new OfMember(e.getMetadata(), e.getMember(), false);
            case CalendarUnlinked e -> new OfMember(e.getMetadata(), e.getMember(), false);
            case MemberRemoved e -> new OfMember(e.getMetadata(), e.getMember(), true);
            case ListCreated e -> new OfList(e.getMetadata(), e.getList());
            case ListEdited e -> new OfList(e.getMetadata(), e.getList());
            case ListDeleted e -> new OfList(e.getMetadata(), e.getList());
            case TaskCreated e -> new OfTask(e.getMetadata(), e.getTask());
            case TaskEdited e -> new OfTask(e.getMetadata(), e.getTask());
            case TaskCompleted e -> new OfTask(e.getMetadata(), e.getTask());
            case TaskReopened e -> new OfTask(e.getMetadata(), e.getTask());
            case TaskCancelled e -> new OfTask(e.getMetadata(), e.getTask());
            case TaskDeleted e -> new OfTask(e.getMetadata(), e.getTask());
            case TaskRestored e -> new OfTask(e.getMetadata(), e.getTask());
            case TaskMoved e -> new OfTask(e.getMetadata(), e.getTask());
            case TaskOverdue e -> new OfTask(e.getMetadata(), e.getTask());
            case TaskSkipped e -> new OfTask(e.getMetadata(), e.getTask());
            case ReminderScheduled e -> new OfReminder(e.getMetadata(), e.getReminder(), e.getTask());
            case ReminderCancelled e -> new OfReminder(e.getMetadata(), e.getReminder(), e.getTask());
            case ReminderTriggered e -> new OfReminder(e.getMetadata(), e.getReminder(), e.getTask());
            case ReminderDismissed e -> new OfReminder(e.getMetadata(), e.getReminder(), e.getTask());
            case CommentAdded e -> new OfComment(e.getMetadata(), e.getComment(), false);
            case CommentEdited e -> new OfComment(e.getMetadata(), e.getComment(), false);
            case CommentDeleted e -> new OfComment(e.getMetadata(), e.getComment(), true);
            case FilterCreated e -> new OfFilter(e.getMetadata(), e.getFilter(), false);
            case FilterEdited e -> new OfFilter(e.getMetadata(), e.getFilter(), false);
            case FilterDeleted e -> new OfFilter(e.getMetadata(), e.getFilter(), true);
            default -> throw new IllegalArgumentException(event.getClass().getName() + " is no event");
        };
    }
}
