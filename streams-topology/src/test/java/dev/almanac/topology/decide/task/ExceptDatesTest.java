package dev.almanac.topology.decide.task;

import static dev.almanac.topology.decide.task.Repeating.day;
import static dev.almanac.topology.decide.task.Repeating.due;
import static dev.almanac.topology.decide.task.Repeating.task;
import static dev.almanac.topology.decide.task.Repeating.time;
import static dev.almanac.topology.decide.task.Repeating.without;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.reopen;
import static dev.almanac.topology.testkit.Acts.skip;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Labels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Dates that a series leaves out. */
class ExceptDatesTest {
    private static final UUID RENT = Labels.id(Repeating.TASK);
    private static final LocalDate START = LocalDate.parse("2027-03-20");

    private static RecurrenceRequest silent(String rule) {
        return Repeating.caughtUp(rule);
    }

    private static List<String> leftOut(Task task) {
        return task.getRecurrence().orElseThrow().getExceptDates().stream()
                .map(Repeating::text)
                .toList();
    }

    @Example
    void areSteppedOverAndForgottenOncePast() {
        Repeating repeating = task(
                day("2026-12-23"),
                without("FREQ=DAILY", day("2026-12-26"), day("2026-12-24"), day("2026-12-24"), day("2026-12-31")));
        assertThat(leftOut(repeating.first())).containsExactly("2026-12-24", "2026-12-26", "2026-12-31");

        assertThat(repeating.duesOnCompleting(2)).containsExactly("2026-12-23", "2026-12-25", "2026-12-27");
        assertThat(leftOut(repeating.leading())).containsExactly("2026-12-31");
    }

    @Example
    void countForCount() {
        Repeating repeating =
                task(day("2026-12-23"), without("FREQ=DAILY;COUNT=4", day("2026-12-24"), day("2026-12-26")));
        repeating.put(complete(RENT));
        assertThat(due(repeating.leading())).isEqualTo("2026-12-25");
        assertThat(repeating.leading().getRecurrence().orElseThrow().getGenerated())
                .isEqualTo(3);

        repeating.put(skip(repeating.leading().getId()));
        assertThat(repeating.open()).isEmpty();
    }

    @Example
    void countForCountFromCompletionToo() {
        Repeating repeating = task(
                day("2026-11-03"),
                new RecurrenceRequest(
                        "FREQ=DAILY;COUNT=2",
                        RecurrenceBasis.COMPLETION,
                        OccurrenceCreation.ON_COMPLETION,
                        CatchUp.NONE,
                        List.of(day("2026-11-04"))));
        repeating.put(complete(RENT));
        assertThat(repeating.open()).isEmpty();
    }

    @Example
    void noTimerWaitsForThem() {
        Repeating repeating = task(
                time("2026-12-23T09:00"),
                new RecurrenceRequest(
                        "FREQ=DAILY",
                        RecurrenceBasis.DUE,
                        OccurrenceCreation.ON_SCHEDULE,
                        CatchUp.NONE,
                        List.of(time("2026-12-24T09:00"))));
        assertThat(repeating.first().getNextOccurrenceAt()).contains(Instant.parse("2026-12-25T08:00:00Z"));
    }

    @Example
    void changeWithoutAnotherSeries() {
        Repeating repeating = task(day("2026-12-23"), silent("FREQ=DAILY"));
        repeating.put(complete(RENT));
        Task before = repeating.leading();

        repeating.put(editTask(
                before.getId(), EditScope.THIS, it -> it.setRecurrence(without("FREQ=DAILY", day("2026-12-25")))));

        Task after = repeating.leading();
        assertThat(after.getSeriesId()).isEqualTo(before.getSeriesId());
        assertThat(after.getRecurrence().map(Recurrence::getGenerated)).contains(2L);
        assertThat(repeating.duesOnCompleting(1)).containsExactly("2026-12-24", "2026-12-26");
    }

    @Example
    void stayWhereTheyAreNotSpokenOfAndGoWhereTheyAreCleared() {
        Repeating repeating = task(day("2026-12-23"), without("FREQ=DAILY", day("2026-12-25")));

        isUnchanged().check(repeating.tryTo(editTask("rent", it -> it.setRecurrence(silent("FREQ=DAILY")))));
        repeating.put(editTask("rent", it -> it.setRecurrence(silent("FREQ=DAILY;INTERVAL=2"))));
        assertThat(leftOut(repeating.first())).as("another rule").containsExactly("2026-12-25");

        repeating.put(editTask("rent", it -> it.setRecurrence(without("FREQ=DAILY;INTERVAL=2"))));
        assertThat(leftOut(repeating.first())).isEmpty();
    }

    @Example
    void goAlongWhereTheSeriesMoves() {
        Repeating repeating = task(day("2026-12-23"), without("FREQ=DAILY", day("2026-12-25")));

        repeating.put(editTask(RENT, EditScope.FUTURE, it -> it.setDue(time("2026-12-23T09:00"))));
        assertThat(leftOut(repeating.first())).containsExactly("2026-12-25T09:00");

        repeating.put(editTask(RENT, EditScope.FUTURE, it -> it.setDue(time("2026-12-23T10:30"))));
        assertThat(repeating.duesOnCompleting(2))
                .containsExactly("2026-12-23T10:30", "2026-12-24T10:30", "2026-12-26T10:30");
    }

    @Example
    void areOfTheSeriesAlsoWhereOneOccurrenceWasMoved() {
        Repeating repeating = task(day("2026-12-23"), silent("FREQ=DAILY"));
        repeating.put(editTask(RENT, EditScope.THIS, it -> it.setDue(time("2026-12-23T18:00"))));
        repeating.put(editTask("rent", it -> it.setRecurrence(without("FREQ=DAILY", day("2026-12-24")))));
        repeating.put(complete(RENT));
        assertThat(due(repeating.leading())).isEqualTo("2026-12-25");
    }

    @Example
    void areThereAgainWithTheOneBefore() {
        Repeating repeating = task(day("2026-12-23"), without("FREQ=DAILY", day("2026-12-24")));
        repeating.put(complete(RENT));
        repeating.put(reopen(RENT));
        assertThat(repeating.duesOnCompleting(1)).containsExactly("2026-12-23", "2026-12-25");
    }

    @Example
    void ofAnotherKindAreRefused() {
        refuses(day("2026-12-23"), "/recurrence/exceptDates/1", day("2026-12-24"), time("2026-12-25T09:00"));
        refuses(time("2026-12-23T09:00"), "/recurrence/exceptDates/0", day("2026-12-24"));
        refuses(
                day("2026-12-23"),
                "/recurrence/exceptDates/0/timeZone",
                new TaskDate(LocalDate.parse("2026-12-24"), null, "Asia/Tokyo"));
        refuses(
                day("2026-12-23"),
                "/recurrence/exceptDates",
                Collections.nCopies(501, day("2026-12-24")).toArray(TaskDate[]::new));
    }

    private static void refuses(TaskDate due, String pointer, TaskDate... dates) {
        isRefused(RejectionCode.INVALID, pointer)
                .check(new Repeating()
                        .tryTo(createTask("rent", it -> it.setDue(due).setRecurrence(without("FREQ=DAILY", dates)))));
    }

    @Property(tries = 200)
    void theOthersAreThoseOfTheSameSeriesWithoutThem(
            @ForAll @IntRange(min = 1, max = 3) int interval,
            @ForAll @IntRange(max = 12) int count,
            @ForAll @Size(max = 15) Set<@IntRange(min = -2, max = 40) Integer> days) {
        String rule = "FREQ=DAILY;INTERVAL=" + interval + (count > 0 ? ";COUNT=" + count : "");
        TaskDate[] dates = days.stream()
                .map(START::plusDays)
                .map(LocalDate::toString)
                .map(Repeating::day)
                .toArray(TaskDate[]::new);
        Set<String> out =
                new TreeSet<>(Arrays.stream(dates).map(Repeating::text).toList());
        out.remove(START.toString());

        List<String> all = dues(silent(rule));
        List<String> others = dues(without(rule, dates));

        all.removeAll(out);
        assertThat(others.subList(0, Math.min(others.size(), all.size()))).isEqualTo(all);
        if (count > 0) {
            assertThat(others).isEqualTo(all);
        }
    }

    /** Those of a dozen completions, or of all there are. */
    private static List<String> dues(RecurrenceRequest recurrence) {
        Repeating repeating = task(day(START.toString()), recurrence);
        List<String> dues = new ArrayList<>();
        while (dues.size() < 13 && !repeating.open().isEmpty()) {
            Task open = repeating.open().getFirst();
            dues.add(due(open));
            repeating.put(complete(open.getId()));
        }
        return dues;
    }
}
