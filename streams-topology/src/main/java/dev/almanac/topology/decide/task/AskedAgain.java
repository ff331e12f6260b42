package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.TaskDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be asked for to have what is there: what was asked for once, not what has become of it. */
final class AskedAgain {
    private AskedAgain() {}

    static ReminderRequest reminder(Reminder reminder) {
        return new ReminderRequest(
                reminder.getId(),
                reminder.getAt().orElse(null),
                reminder.getOffset().orElse(null),
                reminder.getRelativeTo().orElse(null));
    }

    static RecurrenceRequest recurrence(Recurrence recurrence) {
        return recurrence(recurrence, recurrence.getExceptDates());
    }

    /** The same, save for the dates left out. */
    static RecurrenceRequest asRule(Recurrence recurrence) {
        return recurrence(recurrence, null);
    }

    private static RecurrenceRequest recurrence(Recurrence recurrence, @Nullable List<TaskDate> exceptDates) {
        return new RecurrenceRequest(
                recurrence.getRule(),
                recurrence.getBasis(),
                recurrence.getCreation(),
                recurrence.getCatchUp(),
                exceptDates);
    }
}
