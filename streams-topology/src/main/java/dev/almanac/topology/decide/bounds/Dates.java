package dev.almanac.topology.decide.bounds;

import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** What dates of a task are sound. */
public final class Dates {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Dates() {}

    /** @return what is wrong; empty where nothing is */
    public static Optional<Rejection> fault(TaskDate date, String pointer) {
        if (date.getDate().isPresent() == date.getDateTime().isPresent()) {
            return Optional.of(Rejections.invalid(pointer, "Must have either a date or a dateTime."));
        }
        int year = day(date).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.of(
                    Rejections.invalid(pointer, "Must be in the years " + FIRST_YEAR + " to " + LAST_YEAR + "."));
        }
        return date.getDateTime()
                .flatMap(time -> timeFault(time, date, pointer))
                .or(() -> date.getTimeZone().flatMap(zone -> Zones.fault(zone, pointer + "/timeZone")));
    }

    private static Optional<Rejection> timeFault(LocalDateTime time, TaskDate date, String pointer) {
        if (time.getNano() != 0) {
            return Optional.of(Rejections.invalid(pointer + "/dateTime", "Must be a time in whole seconds."));
        }
        return date.getTimeZone().isPresent()
                ? Optional.empty()
                : Optional.of(Rejections.invalid(pointer + "/timeZone", "Must be given with a dateTime."));
    }

    /**
     * Whether a task would start after it is due. Two times are compared as moments; where one of them is a whole day,
     * local days are.
     *
     * @param start sound
     * @param due sound
     */
    public static boolean startsAfterDue(TaskDate start, TaskDate due) {
        return start.getDateTime().isPresent() && due.getDateTime().isPresent()
                ? moment(start).isAfter(moment(due))
                : day(start).isAfter(day(due));
    }

    private static LocalDate day(TaskDate date) {
        return date.getDate()
                .or(() -> date.getDateTime().map(LocalDateTime::toLocalDate))
                .orElseThrow();
    }

    private static Instant moment(TaskDate date) {
        ZoneId zone = ZoneId.of(date.getTimeZone().orElseThrow());
        return date.getDateTime().orElseThrow().atZone(zone).toInstant();
    }
}
