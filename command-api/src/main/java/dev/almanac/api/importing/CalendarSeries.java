package dev.almanac.api.importing;

import dev.almanac.api.importing.Calendar.Component;
import dev.almanac.api.importing.Calendar.Property;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import tools.jackson.databind.node.ObjectNode;

/** The series that a VTODO is, or is of. */
final class CalendarSeries {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final int MOST_LEFT_OUT = 10_000;

    private final Component todo;
    private final CalendarDates dates;
    private final Optional<String> rule;
    private final Optional<Next> next;

    /** An occurrence: its date, and how many there were with it. */
    private record Next(String local, int number) {}

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

    /** Whether there is none of it left that isn't told elsewhere. */
    boolean isOver() {
        return rule.isPresent() && next.isEmpty();
    }

    boolean isOne() {
        return rule.isPresent() || todo.first("RECURRENCE-ID").isPresent();
    }

    void apply(UUID seriesId, ObjectNode task) {
        task.put("seriesId", seriesId.toString());
        todo.first("RECURRENCE-ID").ifPresent(exception -> task.set("occurrence", dates.json(exception)));
        next.ifPresent(occurrence -> {
            var start = start().orElseThrow();
            task.remove("start");
            task.set("due", dates.json(occurrence.local(), start));
            task.set("occurrence", dates.json(occurrence.local(), start));
            var recurrence = task.putObject("recurrence");
            recurrence.put("rule", rule.orElseThrow());
            recurrence.set("anchor", dates.json(start));
            recurrence.put("generated", occurrence.number());
        });
    }

    private Optional<Next> next(String text, Set<String> exceptions) {
        Set<String> leftOut = new HashSet<>(exceptions);
        todo.all("EXDATE").stream()
                .flatMap(date -> Stream.of(date.value().split(",", -1)))
                .map(CalendarDates::local)
                .forEach(leftOut::add);
        var first = dates.local(start().orElseThrow());
        try {
            return first.indexOf('T') < 0
                    ? next(text, LocalDate.parse(first), LocalDate::toString, leftOut)
                    : next(text, LocalDateTime.parse(first), CalendarSeries::seconds, leftOut);
        } catch (RuntimeException unreadable) {
            // The rule is refused where all rules are, with its place.
            return Optional.of(new Next(first, 1));
        }
    }

    private static <T extends Temporal> Optional<Next> next(
            String text, T start, Function<T, String> local, Set<String> leftOut) {
        var recur = new Recur<T>(text);
        var date = start;
        for (var number = 1; date != null && number <= MOST_LEFT_OUT; number++) {
            if (!leftOut.contains(local.apply(date))) {
                return Optional.of(new Next(local.apply(date), number));
            }
            date = recur.getNextDate(start, date);
        }
        return Optional.empty();
    }

    private static String seconds(LocalDateTime time) {
        return SECONDS.format(time);
    }
}
