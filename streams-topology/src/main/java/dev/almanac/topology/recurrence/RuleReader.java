package dev.almanac.topology.recurrence;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a rule, and tells the first place at which it is not as RFC 5545 and RFC 7529 have it. */
final class RuleReader {
    /** COUNT; a daily series of as many would last 273 years. */
    private static final int MOST_DATES = 100_000;

    /** INTERVAL, as a time: no longer than a century, so that no search leaves the calendar. */
    private static final long LONGEST_INTERVAL_SECONDS = 100 * Frequency.YEARLY.seconds();

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final RuleText text;

    private RuleReader(RuleText text) {
        this.text = text;
    }

    static RuleReading read(String text) {
        try {
            RuleText parts = RuleText.of(text);
            Rule rule = new RuleReader(parts).rule();
            Combinations.check(rule, parts);
            return new RuleReading.Sound(rule);
        } catch (RuleFaultException e) {
            return new RuleReading.Faulty(e.fault());
        }
    }

    private Rule rule() throws RuleFaultException {
        Frequency frequency = choice(Part.FREQ, Frequency.class)
                .orElseThrow(() -> new RuleFaultException(1, "expected FREQ, such as FREQ=WEEKLY"));
        choice(Part.RSCALE, Calendar.class);
        return new Rule(
                frequency,
                number(Part.INTERVAL, LONGEST_INTERVAL_SECONDS / frequency.seconds())
                        .orElse(1),
                number(Part.COUNT, MOST_DATES),
                until(),
                weekStart(),
                choice(Part.SKIP, Skip.class).orElse(Skip.OMIT),
                PickReader.read(text));
    }

    /** RSCALE: the calendars in which rules can be written. */
    private enum Calendar {
        GREGORIAN
    }

    private <E extends Enum<E>> Optional<E> choice(Part part, Class<E> type) throws RuleFaultException {
        Optional<RuleText.Value> value = text.single(part);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> chosen = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.get().text()))
                .findFirst();
        if (chosen.isEmpty()) {
            throw new RuleFaultException(
                    value.get().position(),
                    Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", ", "expected one of ", "")));
        }
        return chosen;
    }

    private Optional<Integer> number(Part part, long most) throws RuleFaultException {
        Optional<RuleText.Value> value = text.single(part);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        PickReader.number(value.get(), 1, (int) Math.min(most, Integer.MAX_VALUE), "a whole number"));
    }

    private DayOfWeek weekStart() throws RuleFaultException {
        Optional<RuleText.Value> value = text.single(Part.WKST);
        return value.isEmpty()
                ? DayOfWeek.MONDAY
                : Weekdays.parse(value.get().text())
                        .orElseThrow(() -> new RuleFaultException(
                                value.get().position(), "expected one of MO, TU, WE, TH, FR, SA, SU"));
    }

    private Optional<Until> until() throws RuleFaultException {
        Optional<RuleText.Value> value = text.single(Part.UNTIL);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String end = value.get().text();
        try {
            if (end.endsWith("Z")) {
                LocalDateTime utc = LocalDateTime.parse(end.substring(0, end.length() - 1), LOCAL);
                return Optional.of(new Until.OfInstant(utc.toInstant(ZoneOffset.UTC)));
            }
            return Optional.of(
                    end.contains("T")
                            ? new Until.OfLocal(LocalDateTime.parse(end, LOCAL))
                            : new Until.OfDate(LocalDate.parse(end, DATE)));
        } catch (DateTimeException e) {
            throw new RuleFaultException(
                    value.get().position(), "expected a date such as 20261130, 20261130T090000 or 20261130T090000Z");
        }
    }
}
