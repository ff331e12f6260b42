package dev.almanac.api.quickadd;

import dev.almanac.api.quickadd.Phrases.Reading;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a task from a line of text. Of phrases that could begin at a place the longest counts; of several that say the same
 * thing, such as two days, the last, and the others stay in the title, as does everything in quotes.
 */
public final class Interpreter {
    private static final Interpreter ENGLISH = new Interpreter(Vocabulary.english());

    private final Phrases<Day> dates;
    private final Phrases<LocalTime> times;
    private final Phrases<Repetition> repetitions;
    private final Phrases<Repetition> adverbs;
    private final Phrases<Integer> counts;
    private final Phrases<Boolean> until;
    private final Phrases<Boolean> from;
    private final ReminderPhrases reminders;
    private final Marks marks;

    private Interpreter(Vocabulary vocabulary) {
        dates = DatePhrases.of(vocabulary);
        times = TimePhrases.of(vocabulary);
        repetitions = RecurrencePhrases.of(vocabulary);
        adverbs = RecurrencePhrases.adverbs(vocabulary);
        counts = RecurrencePhrases.times(vocabulary);
        until = new Phrases<Boolean>(vocabulary, "end").on("until", (_, _) -> Optional.of(true));
        from = new Phrases<Boolean>(vocabulary, "start").on("from", (_, _) -> Optional.of(true));
        reminders = new ReminderPhrases(vocabulary, dates, times);
        marks = new Marks(vocabulary);
    }

    /** The one that understands English. */
    public static Interpreter english() {
        return ENGLISH;
    }

    /** Never fails: what is not understood is the title. */
    public Understood read(String text, Setting setting) {
        var line = new Line(text);
        List<Find> finds = new ArrayList<>();
        for (var at = 0; at < line.length(); ) {
            var quoted = line.skipQuote(at);
            if (quoted > at) {
                at = quoted;
            } else {
                var find = line.opens(at) ? find(line, at, setting) : Optional.<Find>empty();
                find.ifPresent(finds::add);
                at = find.map(Find::end).orElse(at + 1);
            }
        }
        return new Resolution(line, setting).of(finds);
    }

    private Optional<Find> find(Line line, int at, Setting setting) {
        return Stream.of(
                        marks.at(line, at, setting).map(found -> found(at, found, Function.identity(), false)),
                        reminders.at(line, at, setting).map(found -> found(at, found, it -> it, isBare(found.value()))),
                        repetitions.at(line, at, setting).map(found -> found(at, found, Meant.Repeats::new, false)),
                        adverbs.at(line, at, setting).map(found -> found(at, found, Meant.Repeats::new, true)),
                        counts.at(line, at, setting).map(found -> found(at, found, Meant.EndsAfter::new, false)),
                        after(until, line, at, setting).map(found -> found(at, found, Meant.EndsOn::new, false)),
                        after(from, line, at, setting).map(found -> found(at, found, Meant.OnDay::new, false)),
                        dates.at(line, at, setting).map(found -> found(at, found, Meant.OnDay::new, false)),
                        times.at(line, at, setting).map(found -> found(at, found, Meant.AtTime::new, false)))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Find::end));
    }

    private static <T> Find found(int at, Reading<T> reading, Function<T, Meant> meant, boolean standsAlone) {
        return new Find(at, reading.end(), meant.apply(reading.value()), standsAlone);
    }

    private static boolean isBare(Meant.Reminds reminds) {
        return reminds instanceof Meant.RemindsAt(var day, var time) && day.isEmpty() && time.isEmpty();
    }

    /** A day after a word that gives it another sense. */
    private Optional<Reading<Day>> after(Phrases<Boolean> word, Line line, int at, Setting setting) {
        return word.at(line, at, setting)
                .map(found -> line.skipSpace(found.end()))
                .filter(next -> next < line.limit(at))
                .flatMap(next -> dates.at(line, next, setting));
    }
}
