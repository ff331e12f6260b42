package dev.almanac.api.export;

import dev.almanac.api.ical.Occurrences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The series of a workspace, each as one thing where it can be: from its first date on by its rule, with the occurrences that
 * came of it as exceptions (RECURRENCE-ID), and the dates of which there is none, or will be none, or one that stands for
 * itself, left out (EXDATE).
 */
final class AllSeries {
    private static final int MOST_DATES = 2_000;

    private final Map<UUID, List<Occurrence>> occurrences = new HashMap<>();
    private final Map<UUID, Leader> leaders = new HashMap<>();
    private final Map<UUID, UUID> leads = new HashMap<>();
    private final Map<UUID, Optional<Series>> told = new HashMap<>();

    /** @param above whether there are tasks below it */
    private record Occurrence(UUID id, String local, String zone, boolean above) {}

    /** That which a series goes on from, by its rule. */
    private record Leader(UUID id, String local, String zone, String rule, JsonNode anchor, List<String> exceptDates) {}

    /**
     * A series as one thing.
     *
     * @param leader the task that it goes on from
     * @param anchor its first date
     * @param exceptions tasks that are exceptions of it
     * @param leftOut local dates
     */
    record Series(UUID leader, JsonNode anchor, Set<UUID> exceptions, List<String> leftOut) {}

    /** Takes note of an occurrence, before any task is told. */
    void add(JsonNode occurrence) {
        var seriesId = id(occurrence, "seriesId");
        var id = id(occurrence, "id");
        var date = occurrence.path("occurrence");
        occurrences
                .computeIfAbsent(seriesId, _ -> new ArrayList<>())
                .add(new Occurrence(
                        id,
                        Parts.local(date),
                        zone(date),
                        occurrence.path("above").asBoolean(false)));
        var recurrence = occurrence.path("recurrence");
        // One that was moved is where no rule has it.
        if (recurrence.path("basis").asString("").equals("due")
                && !recurrence.has("successor")
                && date.equals(occurrence.path("due"))) {
            leaders.put(
                    seriesId,
                    new Leader(
                            id,
                            Parts.local(date),
                            zone(date),
                            recurrence.path("rule").asString(""),
                            recurrence.path("anchor"),
                            Parts.exceptDates(recurrence)));
            leads.put(id, seriesId);
        }
    }

    /** The series that a task is told as, or with; empty where it stands for itself. */
    Optional<Series> of(JsonNode task) {
        if (!task.has("seriesId")) {
            return Optional.empty();
        }
        var id = id(task, "id");
        return whole(id(task, "seriesId"))
                .filter(series ->
                        series.leader().equals(id) || series.exceptions().contains(id));
    }

    /** The UID of a task that others are below. */
    String uid(String taskId) {
        return Optional.ofNullable(leads.get(UUID.fromString(taskId)))
                .filter(seriesId -> whole(seriesId).isPresent())
                .map(UUID::toString)
                .orElse(taskId);
    }

    private Optional<Series> whole(UUID seriesId) {
        var leader = leaders.get(seriesId);
        if (leader == null) {
            return Optional.empty();
        }
        return told.computeIfAbsent(
                seriesId,
                _ -> before(leader).map(dates -> whole(leader, dates, occurrences.getOrDefault(seriesId, List.of()))));
    }

    private static Series whole(Leader leader, List<String> dates, List<Occurrence> all) {
        Set<UUID> exceptions = new HashSet<>();
        var missing =
                Stream.concat(dates.stream(), leader.exceptDates().stream()).toList();
        Set<String> open = new HashSet<>(missing);
        for (var occurrence : all) {
            if (!occurrence.above() && occurrence.zone().equals(leader.zone()) && open.remove(occurrence.local())) {
                exceptions.add(occurrence.id());
            }
        }
        return new Series(
                leader.id(),
                leader.anchor(),
                exceptions,
                missing.stream().filter(open::contains).toList());
    }

    /** The dates that the series has before it comes to the one that leads it; empty where it does not come to that. */
    private static Optional<List<String>> before(Leader leader) {
        if (!zone(leader.anchor()).equals(leader.zone())) {
            return Optional.empty();
        }
        List<String> dates = new ArrayList<>();
        try {
            var all = new Occurrences(leader.rule(), Parts.local(leader.anchor()));
            while (all.hasNext() && dates.size() < MOST_DATES) {
                var date = all.next();
                if (date.equals(leader.local())) {
                    return Optional.of(dates);
                }
                dates.add(date);
            }
        } catch (RuntimeException unreadable) {
            // A rule that is more than calendar programs understand; it is told from its next occurrence on.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static UUID id(JsonNode object, String field) {
        return UUID.fromString(object.get(field).stringValue());
    }

    private static String zone(JsonNode date) {
        return date.path("timeZone").asString("");
    }
}
