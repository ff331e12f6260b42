package dev.almanac.api.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/** The local dates of a recurrence rule one by one, its start first, as calendar programs reckon them. */
public final class Occurrences implements Iterator<String> {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final Steps<?> steps;

    /**
     * @param start a local date, or a local date and time
     * @throws RuntimeException where it is none, or the rule can't be read
     */
    public Occurrences(String rule, String start) {
        steps = start.indexOf('T') < 0
                ? new Steps<>(rule, LocalDate.parse(start), LocalDate::toString)
                : new Steps<>(rule, LocalDateTime.parse(start), SECONDS::format);
    }

    private static final class Steps<T extends Temporal> {
        private final Recur<T> rule;
        private final T start;
        private final Function<T, String> local;
        private @Nullable T next;

        Steps(String rule, T start, Function<T, String> local) {
            this.rule = new Recur<>(rule);
            this.start = start;
            this.local = local;
            this.next = start;
        }

        String step() {
            var date = next;
            if (date == null) {
                throw new NoSuchElementException();
            }
            next = rule.getNextDate(start, date);
            return local.apply(date);
        }
    }

    /** A local date and time as they are here: with seconds. */
    public static String written(String local) {
        return local.indexOf('T') < 0 ? local : SECONDS.format(LocalDateTime.parse(local));
    }

    @Override
    public boolean hasNext() {
        return steps.next != null;
    }

    @Override
    public String next() {
        return steps.step();
    }
}
