package dev.almanac.api.quickadd;

import java.time.LocalTime;
import java.util.Optional;

/** Phrases that tell a time of day. */
final class TimePhrases {
    private static final int NOON = 12;
    private static final int HOURS = 24;
    /** Who says "at 6" and no more means the evening; "at 7" may be the morning. */
    private static final int LAST_OF_AFTERNOON = 6;

    private TimePhrases() {}

    static Phrases<LocalTime> of(Vocabulary vocabulary) {
        return new Phrases<LocalTime>(vocabulary, "time")
                .on("clock", (said, _) -> clock(said))
                .on("hour", (said, _) -> said.number("hour").flatMap(TimePhrases::bareHour))
                .on("word", (said, _) -> said.value("clock").map(LocalTime::parse))
                .on("part", (said, _) -> said.value("daypart").map(LocalTime::parse));
    }

    private static Optional<LocalTime> clock(Said said) {
        int hour = said.number("hour").orElseThrow();
        int minute = said.number("minute").orElse(0);
        return said.value("half")
                .map(half -> hour >= 1 && hour <= NOON
                        ? Optional.of(hour % NOON + (half.equals("PM") ? NOON : 0))
                        : Optional.<Integer>empty())
                .orElse(Optional.of(hour).filter(figure -> figure < HOURS))
                .map(found -> LocalTime.of(found, minute));
    }

    private static Optional<LocalTime> bareHour(int hour) {
        return Optional.of(hour >= 1 && hour <= LAST_OF_AFTERNOON ? hour + NOON : hour)
                .filter(found -> found < HOURS)
                .map(found -> LocalTime.of(found, 0));
    }
}
