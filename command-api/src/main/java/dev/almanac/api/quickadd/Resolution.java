package dev.almanac.api.quickadd;

import dev.almanac.api.quickadd.Understood.Reminding;
import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.TaskDate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes one task of what the pieces of a line say. */
final class Resolution {
    private static final int LAST_YEAR = 9999;
    private static final int MOST_TAGS = 50;
    private static final int MOST_REMINDERS = 20;
    /** When a reminder comes that names a day only. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Line line;
    private final Setting setting;
    private final LocalDateTime now;

    Resolution(Line line, Setting setting) {
        this.line = line;
        this.setting = setting;
        this.now = setting.now();
    }

    /** When a task is due, by the clock of the place. */
    private record Due(LocalDate date, Optional<LocalTime> time) {
        boolean isUsual() {
            return date.getYear() <= LAST_YEAR;
        }
    }

    Understood of(List<Find> all) {
        var kept = new Kept(all, line);
        var day = kept.last(Meant.OnDay.class).map(Meant.OnDay::day);
        var repetition = kept.last(Meant.Repeats.class).map(Meant.Repeats::repetition);
        var time = kept.last(Meant.AtTime.class)
                .map(Meant.AtTime::time)
                .or(() -> day.flatMap(Day::time))
                .or(() -> repetition.flatMap(Repetition::time));
        var due = due(day, time, repetition).filter(Due::isUsual);
        if (due.isEmpty()) {
            kept.drop(Meant.OnDay.class, Meant.AtTime.class, Meant.Repeats.class);
        }
        var repeats = repetition.filter(_ -> due.isPresent());
        var end = repeats.flatMap(_ -> kept.last(Meant.Ends.class)).flatMap(ends -> end(ends, due.orElseThrow()));
        if (end.isEmpty()) {
            kept.drop(Meant.Ends.class);
        }
        var tags = tags(kept);
        var reminders = reminders(kept, due);
        return new Understood(
                kept.title(),
                due.map(this::date),
                repeats.map(it -> request(it, end)),
                kept.last(Meant.Matters.class).map(Meant.Matters::priority),
                tags,
                kept.last(Meant.InList.class).map(Meant.InList::listId),
                reminders,
                kept.spans());
    }

    private Optional<Due> due(Optional<Day> day, Optional<LocalTime> time, Optional<Repetition> repetition) {
        if (repetition.filter(Repetition::isOfTimes).isPresent()) {
            return Optional.of(timed(day, time, repetition.get()));
        }
        if (day.isPresent()) {
            var date = isOver(day.get().date(), time)
                    ? day.get().date().plus(day.get().otherwise())
                    : day.get().date();
            return Optional.of(new Due(repetition.map(it -> it.firstFrom(date)).orElse(date), time));
        }
        if (repetition.isPresent()) {
            var from = isOver(now.toLocalDate(), time) ? now.toLocalDate().plusDays(1) : now.toLocalDate();
            return Optional.of(new Due(repetition.get().firstFrom(from), time));
        }
        return time.map(clock -> new Due(
                setting.usualDay()
                        .orElseGet(() -> isOver(now.toLocalDate(), time)
                                ? now.toLocalDate().plusDays(1)
                                : now.toLocalDate()),
                time));
    }

    /** What repeats by the hour needs a time to do so from. */
    private Due timed(Optional<Day> day, Optional<LocalTime> time, Repetition repetition) {
        if (day.isEmpty() && time.isEmpty()) {
            var first = now.truncatedTo(ChronoUnit.MINUTES).plus(repetition.interval(), repetition.unit());
            return new Due(first.toLocalDate(), Optional.of(first.toLocalTime()));
        }
        var date = day.map(Day::date)
                .orElseGet(() ->
                        isOver(now.toLocalDate(), time) ? now.toLocalDate().plusDays(1) : now.toLocalDate());
        return new Due(date, Optional.of(time.orElse(LocalTime.MIDNIGHT)));
    }

    private boolean isOver(LocalDate date, Optional<LocalTime> time) {
        return time.isPresent()
                && date.equals(now.toLocalDate())
                && !date.atTime(time.get()).isAfter(now);
    }

    private TaskDate date(Due due) {
        var zone = setting.zone().getId();
        return due.time()
                .map(time -> new TaskDate(null, due.date().atTime(time), zone))
                .orElseGet(() -> new TaskDate(due.date(), null, zone));
    }

    private static RecurrenceRequest request(Repetition repetition, Optional<String> end) {
        return new RecurrenceRequest(
                repetition.rule(end),
                repetition.afterCompletion() ? RecurrenceBasis.COMPLETION : RecurrenceBasis.DUE,
                OccurrenceCreation.ON_COMPLETION,
                CatchUp.NONE,
                null);
    }

    /** Empty where it would end before it begins. */
    private Optional<String> end(Meant.Ends ends, Due due) {
        return switch (ends) {
            case Meant.EndsAfter(var times) -> Optional.of("COUNT=" + times);
            case Meant.EndsOn(var day) ->
                day.date().isBefore(due.date()) ? Optional.empty() : Optional.of(until(day, due));
        };
    }

    /** The last day as a whole; beside a time of day RFC 5545 wants it in UTC. */
    private String until(Day day, Due due) {
        if (due.time().isEmpty()) {
            return RecurrencePhrases.untilDay(day.date());
        }
        var last = day.date().plusDays(1).atStartOfDay(setting.zone()).minusSeconds(1);
        return "UNTIL=" + UTC.format(last.withZoneSameInstant(ZoneOffset.UTC));
    }

    private static List<String> tags(Kept kept) {
        Set<String> seen = new HashSet<>();
        List<String> tags = new ArrayList<>();
        for (var find : kept.all(Meant.Tagged.class)) {
            var tag = ((Meant.Tagged) find.meant()).tag();
            var isNew = !seen.contains(folded(tag));
            if (isNew && tags.size() == MOST_TAGS) {
                kept.drop(find);
            } else if (isNew) {
                seen.add(folded(tag));
                tags.add(tag);
            }
        }
        return tags;
    }

    private static String folded(String tag) {
        return tag.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private List<Reminding> reminders(Kept kept, Optional<Due> due) {
        List<Reminding> reminders = new ArrayList<>();
        for (var find : kept.all(Meant.Reminds.class)) {
            if (reminders.size() == MOST_REMINDERS) {
                kept.drop(find);
            } else {
                reminders.add(reminding((Meant.Reminds) find.meant(), due));
            }
        }
        return reminders;
    }

    private Reminding reminding(Meant.Reminds reminds, Optional<Due> due) {
        return switch (reminds) {
            case Meant.RemindsBefore(var offset) -> new Reminding.FromDue(offset);
            case Meant.RemindsAt(var day, var time) -> {
                if (day.isPresent()) {
                    var clock = time.or(() -> day.get().time())
                            .or(() -> due.flatMap(Due::time))
                            .orElse(MORNING);
                    yield at(day.get().date(), clock);
                }
                yield time.map(clock -> atTime(clock, due)).orElseGet(() -> new Reminding.FromDue("PT0S"));
            }
        };
    }

    /** A time of the day when the task is due. */
    private Reminding atTime(LocalTime clock, Optional<Due> due) {
        var today = now.toLocalDate();
        var date = due.map(Due::date).orElseGet(() -> isOver(today, Optional.of(clock)) ? today.plusDays(1) : today);
        var isWholeDay = due.isPresent() && due.get().time().isEmpty();
        return isWholeDay
                ? new Reminding.FromDue("PT%dH%dM".formatted(clock.getHour(), clock.getMinute()))
                : at(date, clock);
    }

    private Reminding at(LocalDate date, LocalTime clock) {
        return new Reminding.At(date.atTime(clock).atZone(setting.zone()).toInstant());
    }
}
