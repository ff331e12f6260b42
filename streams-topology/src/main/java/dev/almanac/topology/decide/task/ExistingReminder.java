package dev.almanac.topology.decide.task;

import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Finds the reminder that an operation changes, with its task. */
final class ExistingReminder {
    private ExistingReminder() {}

    static Ruling find(Attempt attempt, UUID taskId, UUID reminderId, BiFunction<Task, Reminder, Ruling> then) {
        return ExistingTask.find(
                attempt,
                taskId,
                task -> of(task, reminderId)
                        .map(reminder -> then.apply(task, reminder))
                        .orElseGet(() -> new Ruling.Refused(Rejections.notFound("reminder"))));
    }

    static Optional<Reminder> of(Task task, UUID reminderId) {
        return task.getReminders().stream()
                .filter(reminder -> reminder.getId().equals(reminderId))
                .findFirst();
    }

    /** The task's reminders with this one instead of the one of its id. */
    static List<Reminder> replaced(Task task, Reminder by) {
        return task.getReminders().stream()
                .map(reminder -> reminder.getId().equals(by.getId()) ? by : reminder)
                .toList();
    }

    static Reminder with(
            Reminder reminder, ReminderState state, @Nullable Instant scheduledAt, @Nullable Instant snoozedUntil) {
        return with(
                reminder,
                state,
                scheduledAt,
                snoozedUntil,
                reminder.getFiredAt().orElse(null),
                false);
    }

    static Reminder with(
            Reminder reminder,
            ReminderState state,
            @Nullable Instant scheduledAt,
            @Nullable Instant snoozedUntil,
            @Nullable Instant firedAt,
            boolean late) {
        return new Reminder(
                reminder.getId(),
                reminder.getAt().orElse(null),
                reminder.getOffset().orElse(null),
                reminder.getRelativeTo().orElse(null),
                state,
                scheduledAt,
                snoozedUntil,
                firedAt,
                late);
    }
}
