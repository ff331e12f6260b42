package dev.almanac.topology.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * The clocks of a place. A time that they leave out moves forward by as much as they do; of one that they show twice the
 * first counts.
 */
record LocalClock(ZoneRules rules) {
    static LocalClock of(ZoneId zone) {
        return new LocalClock(zone.getRules());
    }

    /** The time at which the clocks leave out this one; empty where they show it. */
    Optional<ZoneOffsetTransition> gap(LocalDateTime time) {
        return rules.getValidOffsets(time).isEmpty() ? Optional.of(rules.getTransition(time)) : Optional.empty();
    }

    /** The same time, or the one that it moves to. */
    LocalDateTime shown(LocalDateTime time) {
        return gap(time).map(gap -> time.plus(gap.getDuration())).orElse(time);
    }

    Instant instant(LocalDateTime time) {
        LocalDateTime shown = shown(time);
        return shown.toInstant(rules.getValidOffsets(shown).getFirst());
    }

    /** The latest time of which it is sure that it, and all before it, lie no later than the instant. */
    LocalDateTime surelyPast(Instant instant) {
        LocalDateTime now = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, rules.getOffset(instant));
        return Optional.ofNullable(rules.previousTransition(instant.plusNanos(1)))
                .filter(ZoneOffsetTransition::isGap)
                .filter(gap -> Duration.between(gap.getInstant(), instant).compareTo(gap.getDuration()) < 0)
                .map(gap -> gap.getDateTimeBefore().minusSeconds(1))
                .orElse(now);
    }
}
