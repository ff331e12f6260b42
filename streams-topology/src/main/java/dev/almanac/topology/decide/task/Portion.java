package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.TreeStep;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rest;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.reminder.ReminderNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events for a tree of tasks, as many as one decision has room for. An event costs itself and those that will tell what it
 * does to reminders.
 */
final class Portion {
    private final List<SpecificRecord> events = new ArrayList<>();
    private final List<Rest> rests = new ArrayList<>();
    private long room;

    Portion(Attempt attempt) {
        this.room = attempt.room();
    }

    /** What it takes to close a task, or to put it into the trash. */
    static long costOfEnding(Task task) {
        return 1 + ReminderNews.countOfSet(task);
    }

    /** What it takes, at the most, to make a task that is like this one, or to bring it back. */
    static long costOfBringing(Task like) {
        return 1 + like.getReminders().size();
    }

    /** Keeps room for what must be in it. */
    Portion keep(long cost) {
        room -= cost;
        return this;
    }

    /** What must be in it. Where there is no room for it the decision is refused. */
    void add(SpecificRecord event) {
        events.add(event);
    }

    /** One task after the other. @return those for which there was no room */
    List<Task> take(List<Task> tasks, ToLongFunction<Task> cost, Function<Task, SpecificRecord> event) {
        for (int i = 0; i < tasks.size(); i++) {
            long next = cost.applyAsLong(tasks.get(i));
            if (next > room) {
                return tasks.subList(i, tasks.size());
            }
            room -= next;
            events.add(event.apply(tasks.get(i)));
        }
        return List.of();
    }

    /**
     * The same for tasks that end. Where there is not room for all those come first that are farthest down, so that nothing
     * that has ended has anything below it that has not; but for what is above them all.
     *
     * @param tasks parents before their children
     */
    List<Task> end(List<Task> tasks, Function<Task, SpecificRecord> event) {
        boolean all = tasks.stream().mapToLong(Portion::costOfEnding).sum() <= room;
        return take(all ? tasks : tasks.reversed(), Portion::costOfEnding, event);
    }

    /** @param tasks for which there was no room; where there are none nothing is left to do */
    void leave(TreeStep step, UUID root, List<Task> tasks) {
        leave(step, root, Optional.empty(), tasks);
    }

    /** @param deletedAt when they went to the trash, where they are to come back */
    void leave(TreeStep step, UUID root, Optional<Instant> deletedAt, List<Task> tasks) {
        if (!tasks.isEmpty()) {
            rests.add(new Rest(
                    step, root, deletedAt, tasks.stream().map(Task::getId).toList()));
        }
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** The first event. */
    SpecificRecord first() {
        return events.getFirst();
    }

    Ruling ruling(Optional<EntityState> before, Optional<EntityState> after) {
        return new Ruling.Changed(List.copyOf(events), before, after, List.copyOf(rests));
    }
}
