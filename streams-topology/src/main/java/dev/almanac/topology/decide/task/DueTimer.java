package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.FireReminder;
import dev.almanac.schemas.command.MarkOverdue;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ReminderTriggered;
import dev.almanac.schemas.event.TaskOverdue;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.ReminderStatuses;
import dev.almanac.topology.state.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Does what a due timer asks for, if the task still has it set for that instant. It never is set otherwise, since what
 * changes a task cancels its timers; but a command may also be redelivered.
 */
public final class DueTimer {
    private DueTimer() {}

    public static Ruling fire(Attempt attempt, FireReminder asked) {
        Optional<Task> found = Living.task(attempt.state(), asked.getTaskId());
        Optional<Reminder> set = found.flatMap(task -> ExistingReminder.of(task, asked.getReminderId()))
                .filter(reminder -> isDue(attempt, Timer.setFor(reminder), asked.getDueAt()));
        if (found.isEmpty() || set.isEmpty()) {
            return new Ruling.Unchanged(Optional.empty());
        }
        Task task = found.get();
        Reminder triggered = ExistingReminder.with(
                set.get(),
                ReminderState.TRIGGERED,
                asked.getDueAt(),
                null,
                attempt.now(),
                attempt.now().isAfter(asked.getDueAt().plus(Limits.PUNCTUAL)));
        EventMetadata metadata = attempt.stamp();
        Task after = TaskDraft.of(task)
                .reminders(ExistingReminder.replaced(task, triggered))
                .touchedByNobody()
                .at(metadata);
        return ruling(
                task,
                after,
                new ReminderTriggered(metadata, ReminderStatuses.of(after, triggered, metadata.getSeq()), after));
    }

    public static Ruling markOverdue(Attempt attempt, MarkOverdue asked) {
        Optional<Task> found = Living.task(attempt.state(), asked.getTaskId())
                .filter(task -> !task.getOverdue() && isDue(attempt, task.getOverdueAt(), asked.getDueAt()));
        if (found.isEmpty()) {
            return new Ruling.Unchanged(Optional.empty());
        }
        EventMetadata metadata = attempt.stamp();
        Task after = TaskDraft.of(found.get()).overdue().touchedByNobody().at(metadata);
        return ruling(found.get(), after, new TaskOverdue(metadata, after));
    }

    private static boolean isDue(Attempt attempt, Optional<Instant> set, Instant due) {
        return set.equals(Optional.of(due)) && !attempt.now().isBefore(due);
    }

    private static Ruling ruling(Task before, Task after, SpecificRecord event) {
        return new Ruling.Changed(
                List.of(event), Optional.of(EntityStates.of(before)), Optional.of(EntityStates.of(after)));
    }
}
