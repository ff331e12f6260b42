package dev.almanac.topology.decide.reminder;

import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ReminderCancelled;
import dev.almanac.schemas.event.ReminderScheduled;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.ReminderStatus;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.state.Fact;
import dev.almanac.topology.state.ReminderStatuses;
import dev.almanac.topology.state.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Tells what became of reminders: whose timers were set, or no longer are. */
public final class ReminderNews {
    private ReminderNews() {}

    /**
     * The events that follow those by which an operation changes tasks, for the reminders that it set or cancelled by that.
     * What a reminder's own event says is not said again.
     *
     * @param attempt which has stamped the events, and whose state is the one before them
     */
    public static List<SpecificRecord> following(Attempt attempt, List<SpecificRecord> events) {
        Map<UUID, Task> tasks = new LinkedHashMap<>();
        for (SpecificRecord event : events) {
            if (Fact.of(event) instanceof Fact.OfTask changed) {
                tasks.put(changed.id(), changed.task());
            }
        }
        List<SpecificRecord> news = new ArrayList<>();
        tasks.forEach((id, after) -> tell(attempt, attempt.state().task(id), after, news));
        return news;
    }

    /** How many events tell of a task's reminders when it is closed or trashed. */
    public static long countOfSet(Task task) {
        return task.getReminders().stream()
                .filter(reminder -> Timer.setFor(reminder).isPresent())
                .count();
    }

    private static void tell(Attempt attempt, Optional<Task> before, Task after, List<SpecificRecord> news) {
        Map<UUID, Instant> timers = before.map(ReminderNews::timers).orElseGet(LinkedHashMap::new);
        for (Reminder reminder : after.getReminders()) {
            Optional<Instant> set = Timer.setFor(reminder);
            Optional<Instant> wasSet = Optional.ofNullable(timers.remove(reminder.getId()));
            if (set.isPresent() && !set.equals(wasSet)) {
                EventMetadata metadata = attempt.stamp();
                news.add(
                        new ReminderScheduled(metadata, ReminderStatuses.of(after, reminder, metadata.getSeq()), null));
            } else if (set.isEmpty()) {
                wasSet.ifPresent(time -> news.add(cancelled(attempt, after, reminder.getId(), time)));
            }
        }
        timers.forEach((id, time) -> news.add(cancelled(attempt, after, id, time)));
    }

    private static Map<UUID, Instant> timers(Task task) {
        Map<UUID, Instant> timers = new LinkedHashMap<>();
        for (Reminder reminder : task.getReminders()) {
            Timer.setFor(reminder).ifPresent(time -> timers.put(reminder.getId(), time));
        }
        return timers;
    }

    private static ReminderCancelled cancelled(Attempt attempt, Task task, UUID reminderId, Instant time) {
        EventMetadata metadata = attempt.stamp();
        return new ReminderCancelled(
                metadata,
                new ReminderStatus(
                        task.getWorkspaceId(),
                        task.getId(),
                        reminderId,
                        ReminderState.CANCELLED,
                        time,
                        null,
                        false,
                        ReminderStatuses.recipient(task),
                        task.getVersion(),
                        metadata.getSeq()),
                null);
    }
}
