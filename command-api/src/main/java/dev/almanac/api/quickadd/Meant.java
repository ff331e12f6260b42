package dev.almanac.api.quickadd;

import dev.almanac.schemas.model.Priority;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/** What a piece of the line says about the task. */
sealed interface Meant {
    record OnDay(Day day) implements Meant {}

    record AtTime(LocalTime time) implements Meant {}

    record Repeats(Repetition repetition) implements Meant {}

    /** When repeating ends. */
    sealed interface Ends extends Meant {}

    record EndsOn(Day day) implements Ends {}

    record EndsAfter(int times) implements Ends {}

    record Matters(Priority priority) implements Meant {}

    record Tagged(String tag) implements Meant {}

    record InList(UUID listId) implements Meant {}

    /** A reminder. */
    sealed interface Reminds extends Meant {}

    /** @param offset from when it is due */
    record RemindsBefore(String offset) implements Reminds {}

    /** At a time of its own; when it is due where it has none. */
    record RemindsAt(Optional<Day> day, Optional<LocalTime> time) implements Reminds {}

    default Part part() {
        return switch (this) {
            case OnDay _ -> Part.DUE;
            case AtTime _ -> Part.TIME;
            case Repeats _, Ends _ -> Part.RECURRENCE;
            case Matters _ -> Part.PRIORITY;
            case Tagged _ -> Part.TAG;
            case InList _ -> Part.LIST;
            case Reminds _ -> Part.REMINDER;
        };
    }
}
