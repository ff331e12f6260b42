package dev.almanac.topology.decide.reminder;

import dev.almanac.schemas.model.RelativeTo;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.topology.decide.bounds.Offset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sets the reminders of a task for their instants, or cancels them, as the task is after a change.
 *
 * <p>A reminder that is asked for is set in any case, so one whose time has passed triggers at once. One that merely follows
 * its task, since that was moved, opened again or restored, is set only for a time to come.
 *
 * @param before the task before the change; empty where it is new
 * @param open whether the task is open, and not in the trash
 */
public record Arming(
        Optional<Task> before, Optional<TaskDate> start, Optional<TaskDate> due, boolean open, Instant now) {
    public List<Reminder> arm(List<Reminder> reminders) {
        return reminders.isEmpty()
                ? reminders
                : reminders.stream().map(this::arm).toList();
    }

    private Reminder arm(Reminder reminder) {
        boolean asked = earlier(reminder).isEmpty();
        boolean moved = !asked && isMoved(reminder);
        Optional<Instant> snoozed = moved ? Optional.empty() : reminder.getSnoozedUntil();
        Optional<Instant> time = snoozed.or(() -> time(reminder, start, due));
        boolean comes = open && time.filter(now::isBefore).isPresent();
        return switch (reminder.getState()) {
            case TRIGGERED, DISMISSED -> moved && comes ? pending(reminder, time, snoozed) : reminder;
            // A snooze ends with the date from which the reminder counts, also where nothing comes of it for now.
            case CANCELLED -> comes ? pending(reminder, time, snoozed) : cancelled(reminder, snoozed);
            case PENDING -> {
                boolean stays = asked || time.isEmpty() || time.equals(reminder.getScheduledAt());
                yield open && (stays || comes) ? pending(reminder, time, snoozed) : cancelled(reminder, snoozed);
            }
        };
    }

    /** The reminder as the task had it, unless it was another one then. */
    private Optional<Reminder> earlier(Reminder reminder) {
        return before.stream()
                .flatMap(task -> task.getReminders().stream())
                .filter(other -> isSame(reminder, other))
                .findFirst();
    }

    /** Whether two are of one id and asked for the same. */
    public static boolean isSame(Reminder one, Reminder other) {
        return one.getId().equals(other.getId())
                && one.getAt().equals(other.getAt())
                && one.getOffset().equals(other.getOffset())
                && one.getRelativeTo().equals(other.getRelativeTo());
    }

    private boolean isMoved(Reminder reminder) {
        return reminder.getAt().isEmpty()
                && !time(reminder, start, due)
                        .equals(before.flatMap(task -> time(reminder, task.getStart(), task.getDue())));
    }

    private static Optional<Instant> time(Reminder reminder, Optional<TaskDate> start, Optional<TaskDate> due) {
        return reminder.getAt().or(() -> {
            Optional<TaskDate> date = reminder.getRelativeTo().equals(Optional.of(RelativeTo.START)) ? start : due;
            Optional<Offset> offset = reminder.getOffset().flatMap(Offset::parse);
            return date.flatMap(from -> offset.map(by -> Moments.after(from, by)));
        });
    }

    private static Reminder pending(Reminder reminder, Optional<Instant> time, Optional<Instant> snoozed) {
        return with(reminder, ReminderState.PENDING, time, snoozed);
    }

    private static Reminder cancelled(Reminder reminder, Optional<Instant> snoozed) {
        return with(reminder, ReminderState.CANCELLED, Optional.empty(), snoozed);
    }

    private static Reminder with(
            Reminder reminder, ReminderState state, Optional<Instant> time, Optional<Instant> snoozed) {
        return new Reminder(
                reminder.getId(),
                reminder.getAt().orElse(null),
                reminder.getOffset().orElse(null),
                reminder.getRelativeTo().orElse(null),
                state,
                time.orElse(null),
                snoozed.orElse(null),
                reminder.getFiredAt().orElse(null),
                false);
    }
}
