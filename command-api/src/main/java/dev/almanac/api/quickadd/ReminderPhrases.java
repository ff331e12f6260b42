package dev.almanac.api.quickadd;

import dev.almanac.api.quickadd.Phrases.Reading;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Phrases that ask for a reminder: so long before, or at a time of its own. */
final class ReminderPhrases {
    /** The longest that a reminder may come before. */
    private static final long MOST_MINUTES = 3_660L * 24 * 60;

    private final Phrases<Boolean> ask;
    private final Phrases<String> before;
    private final Phrases<Day> dates;
    private final Phrases<LocalTime> times;
    private final Vocabulary vocabulary;
    private final Pattern amount;

    ReminderPhrases(Vocabulary vocabulary, Phrases<Day> dates, Phrases<LocalTime> times) {
        this.vocabulary = vocabulary;
        this.dates = dates;
        this.times = times;
        ask = new Phrases<Boolean>(vocabulary, "reminder").on("ask", (_, _) -> Optional.of(true));
        before = new Phrases<String>(vocabulary, "reminder")
                .on("span", (said, _) -> said.text("span").flatMap(this::offset))
                .on(
                        "unit",
                        (said, _) -> said.value("unit").flatMap(unit -> offset(Map.of(ChronoUnit.valueOf(unit), 1L))));
        amount = vocabulary.amount();
    }

    Optional<Reading<Meant.Reminds>> at(Line line, int start, Setting setting) {
        return ask.at(line, start, setting).map(asked -> rest(line, asked.end(), setting));
    }

    private Reading<Meant.Reminds> rest(Line line, int end, Setting setting) {
        var next = line.skipSpace(end);
        if (next >= line.limit(end)) {
            return bare(end);
        }
        return before.at(line, next, setting)
                .map(found -> new Reading<Meant.Reminds>(new Meant.RemindsBefore(found.value()), found.end()))
                .orElseGet(() -> moment(line, next, setting).orElseGet(() -> bare(end)));
    }

    private static Reading<Meant.Reminds> bare(int end) {
        return new Reading<>(new Meant.RemindsAt(Optional.empty(), Optional.empty()), end);
    }

    /** A day, a time, or both in either order. */
    private Optional<Reading<Meant.Reminds>> moment(Line line, int at, Setting setting) {
        var time = times.at(line, at, setting);
        var date = dates.at(line, time.map(Reading::end).map(line::skipSpace).orElse(at), setting);
        var later = time.isEmpty() && date.isPresent()
                ? times.at(line, line.skipSpace(date.get().end()), setting)
                : time;
        if (date.isEmpty() && later.isEmpty()) {
            return Optional.empty();
        }
        var end = Math.max(
                date.map(Reading::end).orElse(at), later.map(Reading::end).orElse(at));
        return Optional.of(
                new Reading<>(new Meant.RemindsAt(date.map(Reading::value), later.map(Reading::value)), end));
    }

    private Optional<String> offset(String span) {
        Map<ChronoUnit, Long> amounts = new TreeMap<>();
        amount.matcher(span).results().forEach(found -> {
            var said = new Said(found, vocabulary);
            amounts.merge(
                    ChronoUnit.valueOf(said.value("unit").orElseThrow()),
                    said.number("count").orElseThrow().longValue(),
                    Long::sum);
        });
        return offset(amounts);
    }

    /** Weeks and days are those of the calendar; a reminder a month before is none that every month has. */
    private static Optional<String> offset(Map<ChronoUnit, Long> amounts) {
        if (amounts.isEmpty() || amounts.keySet().stream().anyMatch(unit -> unit.compareTo(ChronoUnit.WEEKS) > 0)) {
            return Optional.empty();
        }
        var minutes = amounts.entrySet().stream()
                .mapToLong(entry -> entry.getKey().getDuration().toMinutes() * entry.getValue())
                .sum();
        var days = amounts.getOrDefault(ChronoUnit.WEEKS, 0L) * 7 + amounts.getOrDefault(ChronoUnit.DAYS, 0L);
        long hours = amounts.getOrDefault(ChronoUnit.HOURS, 0L);
        long rest = amounts.getOrDefault(ChronoUnit.MINUTES, 0L);
        var text = "-P" + (days > 0 ? days + "D" : "") + (hours + rest > 0 ? "T" : "") + (hours > 0 ? hours + "H" : "")
                + (rest > 0 ? rest + "M" : "");
        return Optional.of(text).filter(_ -> minutes <= MOST_MINUTES);
    }
}
