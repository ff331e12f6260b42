package dev.almanac.topology.decide.list;

import dev.almanac.schemas.command.TrashListTasks;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.reminder.ReminderNews;
import dev.almanac.topology.decide.task.Trashed;
import dev.almanac.topology.state.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Brings a deleted list's tasks to the trash, in as many steps as it takes. */
public final class ListTrashing {
    private ListTrashing() {}

    /** Goes on with it: the list itself does not change. */
    public static Ruling decide(Attempt attempt, TrashListTasks asked) {
        Optional<TaskList> list = attempt.state().list(asked.getListId());
        if (list.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("list"));
        }
        if (list.get().getDeletedAt().isEmpty()) {
            return new Ruling.Refused(Rejections.conflict("The list is not deleted."));
        }
        List<SpecificRecord> events = step(attempt, list.get(), attempt.room());
        return events.isEmpty()
                ? new Ruling.Unchanged(Optional.empty())
                : new Ruling.Changed(events, Optional.empty(), Optional.empty());
    }

    /**
     * The next step.
     *
     * @param list deleted
     * @param limit of its events, those that will tell of reminders included
     */
    public static List<SpecificRecord> step(Attempt attempt, TaskList list, int limit) {
        Instant deletedAt = list.getDeletedAt().orElseThrow();
        List<SpecificRecord> events = new ArrayList<>();
        long room = limit;
        for (Place place : attempt.state().tasks(list.getId()).first(limit)) {
            Task task = attempt.state().task(place.id()).orElseThrow();
            room -= 1 + ReminderNews.countOfSet(task);
            if (room < 0) {
                break;
            }
            events.add(Trashed.event(attempt, task, deletedAt));
        }
        return events;
    }
}
