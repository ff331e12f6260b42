package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.DismissReminder;
import dev.almanac.schemas.command.SnoozeReminder;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ReminderDismissed;
import dev.almanac.schemas.event.ReminderScheduled;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.ReminderStatuses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Snoozes a reminder or dismisses it. */
public final class ReminderChange {
    private ReminderChange() {}

    /** Sets it for another time, be it triggered or not. */
    public static Ruling snooze(Attempt attempt, SnoozeReminder asked) {
        Instant until = asked.getUntil();
        return ExistingReminder.find(attempt, asked.getTaskId(), asked.getReminderId(), (task, reminder) -> {
            if (task.getStatus() != TaskStatus.OPEN) {
                return new Ruling.Refused(Rejections.conflict("The task is closed; reopen it first."));
            }
            if (!until.isAfter(attempt.now()) || until.isAfter(attempt.now().plus(Limits.SNOOZE))) {
                return new Ruling.Refused(Rejections.invalid(
                        "/until", "Must be a time to come within " + Limits.SNOOZE.toDays() + " days."));
            }
            if (reminder.getState() == ReminderState.PENDING
                    && reminder.getSnoozedUntil().equals(Optional.of(until))) {
                return new Ruling.Unchanged(Optional.of(EntityStates.of(task)));
            }
            Reminder snoozed = ExistingReminder.with(reminder, ReminderState.PENDING, until, until);
            EventMetadata metadata = attempt.stamp();
            Task after = changed(task, snoozed, metadata);
            return ruling(
                    task,
                    after,
                    new ReminderScheduled(metadata, ReminderStatuses.of(after, snoozed, metadata.getSeq()), after));
        });
    }

    public static Ruling dismiss(Attempt attempt, DismissReminder asked) {
        return ExistingReminder.find(attempt, asked.getTaskId(), asked.getReminderId(), (task, reminder) -> {
            if (reminder.getState() == ReminderState.DISMISSED) {
                return new Ruling.Unchanged(Optional.of(EntityStates.of(task)));
            }
            Reminder dismissed = ExistingReminder.with(
                    reminder,
                    ReminderState.DISMISSED,
                    reminder.getScheduledAt().orElse(null),
                    null,
                    reminder.getFiredAt().orElse(null),
                    reminder.getLate());
            EventMetadata metadata = attempt.stamp();
            Task after = changed(task, dismissed, metadata);
            return ruling(
                    task,
                    after,
                    new ReminderDismissed(metadata, ReminderStatuses.of(after, dismissed, metadata.getSeq()), after));
        });
    }

    private static Task changed(Task task, Reminder reminder, EventMetadata metadata) {
        return TaskDraft.of(task)
                .reminders(ExistingReminder.replaced(task, reminder))
                .at(metadata);
    }

    private static Ruling ruling(Task before, Task after, SpecificRecord event) {
        return new Ruling.Changed(
                List.of(event), Optional.of(EntityStates.of(before)), Optional.of(EntityStates.of(after)));
    }
}
