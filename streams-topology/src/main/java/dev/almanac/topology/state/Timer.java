package dev.almanac.topology.state;

import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that is to be done about a task once its time has come. */
public sealed interface Timer {
    /** To the millisecond. */
    Instant due();

    UUID taskId();

    record OfReminder(Instant due, UUID taskId, UUID reminderId) implements Timer {}

    record OfOverdue(Instant due, UUID taskId) implements Timer {}

    /** The next occurrence after this task is to be made. */
    record OfOccurrence(Instant due, UUID taskId) implements Timer {}

    /**
     * The timers of a task. They follow from what the task says alone, so whatever changes a task sets and cancels its
     * timers by that; and a cancelled one is found by the instant for which it was set, whatever the zones' rules say now.
     */
    static List<Timer> setBy(Task task) {
        List<Timer> timers = new ArrayList<>();
        for (Reminder reminder : task.getReminders()) {
            setFor(reminder).ifPresent(due -> timers.add(new OfReminder(due, task.getId(), reminder.getId())));
        }
        if (!task.getOverdue()) {
            task.getOverdueAt().ifPresent(due -> timers.add(new OfOverdue(due, task.getId())));
        }
        task.getNextOccurrenceAt().ifPresent(due -> timers.add(new OfOccurrence(due, task.getId())));
        return timers;
    }

    /** The instant for which a reminder's timer is set; empty where it has none. */
    static Optional<Instant> setFor(Reminder reminder) {
        return reminder.getState() == ReminderState.PENDING ? reminder.getScheduledAt() : Optional.empty();
    }
}
