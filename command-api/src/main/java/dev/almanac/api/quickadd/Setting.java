package dev.almanac.api.quickadd;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When, where and by whom the line was written.
 *
 * @param writtenAt what {@code tomorrow} and the like are reckoned from
 * @param dayFirst whether 3/4 is the third of April
 * @param usualDay the day of a time of day that is told without one
 * @param lists that can be named
 */
public record Setting(
        Instant writtenAt, ZoneId zone, boolean dayFirst, Optional<LocalDate> usualDay, List<NamedList> lists) {
    public Setting {
        lists = List.copyOf(lists);
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(writtenAt, zone);
    }

    LocalDate today() {
        return now().toLocalDate();
    }
}
