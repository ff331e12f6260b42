package dev.almanac.api.importing;

import dev.almanac.api.ical.Occurrences;
import dev.almanac.api.importing.Calendar.Component;
import dev.almanac.api.importing.Calendar.Property;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The series that a VTODO is, or is of. */
final class CalendarSeries {
    private static final int MOST_LEFT_OUT = 10_000;

    private final Component todo;
    private final CalendarDates dates;
    private final Optional<String> rule;
    private final Optional<Next> next;

    /**
     * An occurrence: its date, and how many there were with it.
     *
     * @param leftOut dates after it that are left out, in their order
     */
    private record Next(String local, int number, List<String> leftOut) {}

    /** @param exceptions local dates of occurrences that have a VTODO of their own */
    CalendarSeries(Component todo, CalendarDates dates, Set<String> exceptions) {
        this.todo = todo;
        this.dates = dates;
        rule = todo.first("RECURRENCE-ID").isPresent()
                ? Optional.empty()
                : todo.first("RRULE").map(Property::value).filter(_ -> start().isPresent());
        next = rule.flatMap(text -> next(text, exceptions));
    }

    private Optional<Property> start() {
        return todo.first("DTSTART").or(() -> todo.first("DUE"));
    }

    /** Which occurrence of its series a VTODO is, as a local date; empty where it is the series, or of none. */
    Optional<String> occurrence() {
        return todo.first("RECURRENCE-ID").map(this::occurrence);
    }

    private String occurrence(Property exception) {
        return dates.local(exception.value(), like(exception));
    }

    private Property like(Property exception) {
        return CalendarDates.isMoment(exception.value()) ? start().orElse(exception) : exception;
    }

    /** Whether there is none of it left that isn't told elsewhere. */
    boolean isOver() {
        return rule.isPresent() && next.isEmpty();
    }

    boolean isOne() {
        return rule.isPresent() || todo.first("RECURRENCE-ID").isPresent();
    }

    void apply(UUID seriesId, ObjectNode task) {
        task.put("seriesId", seriesId.toString());
        todo.first("RECURRENCE-ID")
                .ifPresent(exception -> task.set("occurrence", dates.json(occurrence(exception), like(exception))));
        next.ifPresent(occurrence -> {
            var start = start().orElseThrow();
            task.remove("start");
            task.set("due", dates.json(occurrence.local(), start));
            task.set("occurrence", dates.json(occurrence.local(), start));
            var recurrence = task.putObject("recurrence");
            recurrence.put("rule", rule.orElseThrow());
            recurrence.set("anchor", dates.json(start));
            recurrence.put("generated", occurrence.number());
            if (!occurrence.leftOut().isEmpty()) {
                var leftOut = recurrence.putArray("exceptDates");
                occurrence.leftOut().forEach(date -> leftOut.add(dates.json(date, start)));
            }
        });
    }

    private Optional<Next> next(String text, Set<String> exceptions) {
        Set<String> leftOut = new HashSet<>(exceptions);
        todo.all("EXDATE").stream()
                .flatMap(date -> Stream.of(date.value().split(",", -1)))
                .map(date -> dates.local(date, start().orElseThrow()))
                .forEach(leftOut::add);
        var first = dates.local(start().orElseThrow());
        try {
            var occurrences = new Occurrences(text, first);
            for (var number = 1; occurrences.hasNext() && number <= MOST_LEFT_OUT; number++) {
                var occurrence = occurrences.next();
                if (!leftOut.contains(occurrence)) {
                    return Optional.of(new Next(occurrence, number, ahead(occurrence, leftOut)));
                }
            }
            return Optional.empty();
        } catch (RuntimeException unreadable) {
            // The rule is refused where all rules are, with its place.
            return Optional.of(new Next(first, 1, ahead(first, leftOut)));
        }
    }

    /** What is no date of the series' kind leaves out nothing. */
    private static List<String> ahead(String occurrence, Set<String> leftOut) {
        return leftOut.stream()
                .filter(date -> date.length() == occurrence.length() && date.compareTo(occurrence) > 0)
                .sorted()
                .toList();
    }
}
