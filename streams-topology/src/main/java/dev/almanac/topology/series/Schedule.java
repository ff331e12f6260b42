package dev.almanac.topology.series;

import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.topology.recurrence.Mark;
import dev.almanac.topology.recurrence.Next;
import dev.almanac.topology.recurrence.Occurrence;
import dev.almanac.topology.recurrence.Rule;
import dev.almanac.topology.recurrence.RuleReading;
import dev.almanac.topology.recurrence.Series;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What comes after one occurrence of a series. */
public final class Schedule {
    private final Recurrence recurrence;
    private final TaskDate occurrence;
    private final Rule rule;
    private final Set<LocalDateTime> leftOut;

    /** @param recurrence as the occurrence has it; its rule was found sound when it was set */
    public Schedule(Recurrence recurrence, TaskDate occurrence) {
        this.recurrence = recurrence;
        this.occurrence = occurrence;
        this.rule = switch (Rule.read(recurrence.getRule())) {
            case RuleReading.Sound(Rule sound) -> sound;
            case RuleReading.Faulty(var fault) ->
                throw new IllegalArgumentException(recurrence.getRule() + ": " + fault.sentence());
        };
        this.leftOut =
                recurrence.getExceptDates().stream().map(LocalDates::local).collect(Collectors.toUnmodifiableSet());
    }

    /** The next, after this one was completed or skipped; empty where the series ends with it. */
    public Optional<Occurrence> afterClosing(TaskDate due, Instant now) {
        return found(
                recurrence.getBasis() == RecurrenceBasis.COMPLETION
                        ? afterCompletion(due, now)
                        : series().after(mark(), isCaughtUp() ? Instant.MIN : now));
    }

    /** The next by the series' own dates; empty where it ends. */
    public Optional<Occurrence> next() {
        return found(series().after(mark()));
    }

    /** Which one a timer is to make that finds the next one due: that, or the latest that is due. */
    public Optional<Occurrence> due(Instant now) {
        return isCaughtUp() ? next() : found(series().latest(mark(), now));
    }

    /**
     * What would come after this one if each were done when it is due, and this one now. Only the first is known where
     * the dates are reckoned from completion.
     *
     * @param most how many to find
     */
    public Forecast forecast(TaskDate due, Instant now, int most) {
        if (recurrence.getBasis() == RecurrenceBasis.COMPLETION) {
            Next next = afterCompletion(due, now);
            return new Forecast(found(next).stream().limit(most).toList(), next instanceof Next.Ended);
        }
        Next first = recurrence.getCreation() == OccurrenceCreation.ON_SCHEDULE
                ? isCaughtUp() ? series().after(mark()) : series().latest(mark(), now)
                : series().after(mark(), isCaughtUp() ? Instant.MIN : now);
        if (!(first instanceof Next.Found(Occurrence next))) {
            return new Forecast(List.of(), first instanceof Next.Ended);
        }
        Series.Stretch further = series().stretch(Mark.of(next), Instant.MIN, most - 1);
        return new Forecast(
                Stream.concat(Stream.of(next), further.occurrences().stream()).toList(),
                further.end().filter(Next.Ended.class::isInstance).isPresent());
    }

    /**
     * Dates of a series that are still to come.
     *
     * @param ended whether there are no others after them
     */
    public record Forecast(List<Occurrence> occurrences, boolean ended) {}

    /** A date of the series, told as this occurrence's is. */
    public TaskDate dateOf(Occurrence other) {
        return LocalDates.at(occurrence, other.nominal());
    }

    /**
     * When a timer makes the next occurrence; empty where none does.
     *
     * @param recurrence of the occurrence before
     */
    public static Optional<Instant> timer(Recurrence recurrence, TaskDate occurrence) {
        return recurrence.getCreation() == OccurrenceCreation.ON_SCHEDULE
                        && recurrence.getSuccessor().isEmpty()
                ? new Schedule(recurrence, occurrence).next().map(Occurrence::instant)
                : Optional.empty();
    }

    private boolean isCaughtUp() {
        return recurrence.getCatchUp() == CatchUp.ALL;
    }

    private Series series() {
        return new Series(
                rule, LocalDates.local(recurrence.getAnchor()), LocalDates.zone(recurrence.getAnchor()), leftOut);
    }

    private Mark mark() {
        return new Mark(LocalDates.local(occurrence), generated());
    }

    private int generated() {
        return Math.toIntExact(recurrence.getGenerated());
    }

    /** The rule anew from the day of completion, with the due's time of day; the series counts what it has had. */
    private Next afterCompletion(TaskDate due, Instant now) {
        if (rule.count().filter(count -> generated() >= count).isPresent()) {
            return new Next.Ended();
        }
        ZoneId zone = LocalDates.zone(occurrence);
        LocalDateTime timed = LocalDates.local(LocalDates.isWholeDay(due) ? occurrence : due);
        LocalDateTime today = LocalDateTime.ofInstant(now, zone).toLocalDate().atTime(timed.toLocalTime());
        LocalDateTime past = LocalDates.local(due);
        Mark mark = new Mark(today.isAfter(past) ? today : past, generated());
        Next next = new Series(rule.uncounted(), today, zone, leftOut).after(mark, now);
        return !leftOut.isEmpty() && next instanceof Next.Found(Occurrence found) && isPastCount(found)
                ? new Next.Ended()
                : next;
    }

    /** Whether dates that are left out have used up what there was. */
    private boolean isPastCount(Occurrence found) {
        return rule.count().filter(count -> found.number() > count).isPresent();
    }

    private static Optional<Occurrence> found(Next next) {
        return next instanceof Next.Found(Occurrence occurrence) ? Optional.of(occurrence) : Optional.empty();
    }
}
