package dev.almanac.schemas.topic;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.event.CalendarLinked;
import dev.almanac.schemas.event.CalendarUnlinked;
import dev.almanac.schemas.event.CommentAdded;
import dev.almanac.schemas.event.CommentDeleted;
import dev.almanac.schemas.event.CommentEdited;
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
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.update.Update;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The catalogue: every topic of Almanac, and the only place that says what it is called, carries and keeps. */
public final class Topics {
    /** Partitions of each topic where nothing else is said; fixed for the life of a cluster. */
    public static final int DEFAULT_PARTITIONS = 12;

    private static final int MEBIBYTE = 1024 * 1024;

    /** Requests to change a workspace. */
    public static final Topic TASK_COMMANDS = new Topic(
            "task-commands",
            KeyKind.WORKSPACE,
            Set.of(Command.class),
            new Retention.Age(Duration.ofDays(7)),
            MEBIBYTE,
            true);

    /** Answers to them; a batch's answer holds the state of every task that it touched. */
    public static final Topic TASK_COMMAND_RESULTS = new Topic(
            "task-command-results",
            KeyKind.REPLY,
            Set.of(CommandResult.class),
            new Retention.Age(Duration.ofHours(1)),
            16 * MEBIBYTE,
            false);

    /** Every fact: the source of truth. */
    public static final Topic TASK_EVENTS = new Topic(
            "task-events",
            KeyKind.WORKSPACE,
            Set.of(
                    WorkspaceCreated.class,
                    WorkspaceEdited.class,
                    MemberAdded.class,
                    MemberRoleChanged.class,
                    CalendarLinked.class,
                    CalendarUnlinked.class,
                    MemberRemoved.class,
                    ListCreated.class,
                    ListEdited.class,
                    ListDeleted.class,
                    TaskCreated.class,
                    TaskEdited.class,
                    TaskCompleted.class,
                    TaskReopened.class,
                    TaskCancelled.class,
                    TaskDeleted.class,
                    TaskRestored.class,
                    TaskMoved.class,
                    TaskOverdue.class,
                    TaskSkipped.class,
                    ReminderScheduled.class,
                    ReminderCancelled.class,
                    ReminderTriggered.class,
                    ReminderDismissed.class,
                    CommentAdded.class,
                    CommentEdited.class,
                    CommentDeleted.class,
                    FilterCreated.class,
                    FilterEdited.class,
                    FilterDeleted.class),
            new Retention.Unlimited(),
            MEBIBYTE,
            true);

    /** The latest state of each thing, for whoever shows it. */
    public static final Topic TASK_UPDATES = new Topic(
            "task-updates", KeyKind.ENTITY, Set.of(Update.class), new Retention.LatestPerKey(), MEBIBYTE, false);

    /** Copies of the facts about reminders, for whoever delivers them. */
    public static final Topic REMINDERS = new Topic(
            "reminders",
            KeyKind.WORKSPACE,
            Set.of(ReminderScheduled.class, ReminderCancelled.class, ReminderTriggered.class, ReminderDismissed.class),
            new Retention.Age(Duration.ofDays(30)),
            MEBIBYTE,
            true);

    /** What every user did, and what was refused. */
    public static final Topic TASK_AUDIT = new Topic(
            "task-audit",
            KeyKind.WORKSPACE,
            Set.of(AuditEntry.class),
            new Retention.Age(Duration.ofDays(365)),
            MEBIBYTE,
            true);

    private static final List<Topic> ALL = Stream.of(
                    TASK_COMMANDS, TASK_COMMAND_RESULTS, TASK_EVENTS, TASK_UPDATES, REMINDERS, TASK_AUDIT)
            .flatMap(topic -> topic.deadLetters() ? Stream.of(topic, topic.dlq()) : Stream.of(topic))
            .toList();

    private Topics() {}

    /** Every topic, each followed by its dead-letter topic where it has one. */
    public static List<Topic> all() {
        return ALL;
    }
}
