package dev.almanac.topology.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** Says of dates that were moved from where, and why. */
final class Notes {
    private final LocalDateTime start;
    private final Skip skip;
    private final ZoneId zone;
    private final boolean wholeDays;

    /** The same rule without SKIP; what that doesn't give was moved by it. */
    private final Series unmoved;

    Notes(Rule rule, LocalDateTime start, ZoneId zone, boolean wholeDays) {
        this.start = start;
        this.skip = rule.skip();
        this.zone = zone;
        this.wholeDays = wholeDays;
        this.unmoved = new Series(rule.with(Skip.OMIT), start, zone);
    }

    Preview.Date dateOf(Occurrence occurrence) {
        LocalDateTime nominal = occurrence.nominal();
        boolean leftOut = wholeDays
                ? !nominal.toLocalDate().equals(occurrence.local().toLocalDate())
                : !nominal.equals(occurrence.local());
        Optional<String> note = leftOut
                ? Optional.of(clockNote(nominal, occurrence.local()))
                : Optional.of(nominal).filter(this::isSkipped).map(this::skipNote);
        return new Preview.Date(wholeDays ? shownDay(occurrence) : occurrence.local(), occurrence.instant(), note);
    }

    private static LocalDateTime shownDay(Occurrence occurrence) {
        return occurrence.local().toLocalDate().atStartOfDay();
    }

    private boolean isSkipped(LocalDateTime nominal) {
        return skip != Skip.OMIT && !nominal.equals(start) && !unmoved.gives(nominal);
    }

    private String clockNote(LocalDateTime nominal, LocalDateTime local) {
        return wholeDays
                ? nominal.toLocalDate() + " was left out of the calendar in " + zone.getId() + ": moved to "
                        + local.toLocalDate()
                : nominal + " does not exist in " + zone.getId() + ", where the clocks go forward: moved to "
                        + local.toLocalTime();
    }

    private String skipNote(LocalDateTime nominal) {
        LocalDate meant = skip == Skip.FORWARD ? nominal.toLocalDate().minusDays(1) : nominal.toLocalDate();
        String month = meant.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + meant.getYear();
        return skip == Skip.FORWARD
                ? "The day does not exist in " + month + ": moved forward to the first of the next month"
                : "The day does not exist in " + month + ": moved back to its last";
    }
}
