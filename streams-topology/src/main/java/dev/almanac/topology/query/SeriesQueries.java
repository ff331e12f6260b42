package dev.almanac.topology.query;

import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.series.Schedule;
import dev.almanac.topology.store.StoredWorkspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What comes after a task that repeats. Only members get an answer. */
final class SeriesQueries {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SeriesQueries() {}

    /**
     * What a series goes on with.
     *
     * @param made occurrences that are there, wherever they were moved
     * @param expected dates of those that are not, yet
     * @param ended whether there are no others after them
     */
    private record Outlook(List<Task> made, List<TaskDate> expected, boolean ended) {}

    /**
     * The occurrences that follow a task: those that have been made, as they are, then those that are to come.
     *
     * @param limit of both together, at least 1
     */
    static Answer occurrences(StoredWorkspace workspace, UUID user, UUID id, Instant now, int limit) {
        long seq = workspace.seq();
        if (workspace.member(user).isEmpty()) {
            return new Answer.Missing(seq);
        }
        return living(workspace, id)
                .<Answer>map(task ->
                        new Answer.Found(seq, OptionalLong.empty(), json(task, outlook(workspace, task, now, limit))))
                .orElseGet(() -> new Answer.Missing(seq));
    }

    private static Optional<Task> living(StoredWorkspace workspace, UUID id) {
        return workspace.task(id).filter(task -> task.getDeletedAt().isEmpty());
    }

    private static Outlook outlook(StoredWorkspace workspace, Task from, Instant now, int limit) {
        List<Task> made = new ArrayList<>();
        Task latest = from;
        for (Optional<UUID> next = successor(latest); next.isPresent(); next = successor(latest)) {
            Optional<Task> there = living(workspace, next.get());
            if (there.isEmpty()) {
                return new Outlook(made, List.of(), true);
            }
            latest = there.get();
            made.add(latest);
            if (made.size() == limit) {
                return new Outlook(made, List.of(), false);
            }
        }
        return expected(made, latest, now, limit - made.size());
    }

    private static Optional<UUID> successor(Task task) {
        return task.getRecurrence().flatMap(Recurrence::getSuccessor);
    }

    private static Outlook expected(List<Task> made, Task leading, Instant now, int limit) {
        Optional<Recurrence> recurrence = leading.getRecurrence().filter(it -> goesOn(leading, it));
        if (recurrence.isEmpty()) {
            return new Outlook(made, List.of(), true);
        }
        Schedule schedule =
                new Schedule(recurrence.get(), leading.getOccurrence().orElseThrow());
        Schedule.Forecast forecast = schedule.forecast(leading.getDue().orElseThrow(), now, limit);
        List<TaskDate> dates =
                forecast.occurrences().stream().map(schedule::dateOf).toList();
        return new Outlook(made, dates, forecast.ended());
    }

    /** One that was closed without bringing the next has ended its series; a timer brings it whatever became of this one. */
    private static boolean goesOn(Task leading, Recurrence recurrence) {
        return leading.getStatus() == TaskStatus.OPEN || recurrence.getCreation() == OccurrenceCreation.ON_SCHEDULE;
    }

    private static byte[] json(Task task, Outlook outlook) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            task.getSeriesId().ifPresent(id -> json.writeStringProperty("seriesId", id.toString()));
            json.writeArrayPropertyStart("occurrences");
            outlook.made().forEach(made -> write(made, json));
            outlook.expected().forEach(date -> write(date, json));
            json.writeEndArray();
            json.writeBooleanProperty("ended", outlook.ended());
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        }
    }

    private static void write(Task made, JsonGenerator json) {
        json.writeStartObject();
        write("occurrence", made.getOccurrence(), json);
        write("due", made.getDue(), json);
        json.writeStringProperty("taskId", made.getId().toString());
        json.writeStringProperty("status", made.getStatus().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void write(TaskDate date, JsonGenerator json) {
        json.writeStartObject();
        write("occurrence", Optional.of(date), json);
        write("due", Optional.of(date), json);
        json.writeEndObject();
    }

    private static void write(String name, Optional<TaskDate> date, JsonGenerator json) {
        date.ifPresent(it -> {
            json.writeName(name);
            AvroJson.write(it, json);
        });
    }
}
