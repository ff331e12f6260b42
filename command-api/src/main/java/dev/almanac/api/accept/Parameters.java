package dev.almanac.api.accept;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** A request's query parameters. Those that are unknown, repeated or not as agreed are refused. */
public final class Parameters {
    public static final int MOST_ITEMS = 200;

    private static final int LAST_YEAR = 9999;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private final Map<String, List<String>> given;

    /** @param known the names that the call takes */
    public Parameters(Map<String, List<String>> given, Set<String> known) {
        this.given = given;
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw refused("'%s' is not a parameter of this call".formatted(name));
            }
            if (values.size() != 1) {
                throw refused(name + ": expected once");
            }
        });
    }

    /** Refuses whatever is given to a call that takes none. */
    public static void refuseAny(Map<String, List<String>> given) {
        new Parameters(given, Set.of());
    }

    /** The value of a parameter, if it was given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(List::getFirst);
    }

    /** A switch that is off unless it is turned on. */
    public boolean flag(String name) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw refused(name + ": expected true or false");
                })
                .orElse(false);
    }

    /** How many items are asked for, 1 to {@value MOST_ITEMS}. */
    public int limit(int otherwise) {
        return text("limit")
                .map(value -> {
                    var limit = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
                    if (limit < 1 || limit > MOST_ITEMS) {
                        throw refused("limit: expected a whole number from 1 to " + MOST_ITEMS);
                    }
                    return limit;
                })
                .orElse(otherwise);
    }

    /** An id as clients write it; the nil UUID is none. */
    public Optional<UUID> id(String name) {
        return text(name).map(value -> WrittenId.read(value).orElseThrow(() -> refused(name + ": expected a UUID")));
    }

    /** A day of the calendar. */
    public Optional<LocalDate> day(String name) {
        return text(name).map(value -> {
            var day = day(value, name + ": expected a day, such as 2026-11-30");
            if (day.getYear() < 1970 || day.getYear() > LAST_YEAR) {
                throw refused(name + ": expected a day of the years 1970 to " + LAST_YEAR);
            }
            return day;
        });
    }

    private static LocalDate day(String value, String expected) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException unreadable) {
            throw refused(expected);
        }
    }

    public static ProblemException refused(String detail) {
        return Problem.of(ProblemType.VALIDATION, detail).exception();
    }
}
