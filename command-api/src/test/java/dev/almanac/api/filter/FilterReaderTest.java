package dev.almanac.api.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.filter.read.Asker;
import dev.almanac.api.filter.read.FilterReader;
import dev.almanac.api.filter.read.Reading.Misread;
import dev.almanac.api.filter.read.Reading.Understood;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.TaskStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID ADA = UUID.fromString("0190f3c1-0000-7000-8000-0000000000aa");
    /** A Monday, shortly after midnight in Berlin; in UTC it still is Sunday. */
    private static final Asker ASKER = new Asker(ADA, BERLIN, Instant.parse("2026-11-29T23:30:00Z"));

    @Test
    void andBindsCloserThanOrAndNotClosest() {
        assertThat(read("status = open or not priority > medium and recurring = true"))
                .isEqualTo(new Filter.Any(List.of(
                        new Filter.StatusIn(set(TaskStatus.OPEN)),
                        new Filter.All(List.of(
                                new Filter.Not(new Filter.PriorityIn(set(Priority.HIGH, Priority.URGENT))),
                                new Filter.Recurring())))));
    }

    @Test
    void parenthesesGroup() {
        assertThat(read("(status = open OR Status = CANCELLED) and assignee = me"))
                .isEqualTo(new Filter.All(List.of(
                        new Filter.Any(List.of(
                                new Filter.StatusIn(set(TaskStatus.OPEN)),
                                new Filter.StatusIn(set(TaskStatus.CANCELLED)))),
                        new Filter.IdIn(IdField.ASSIGNEE, set(ADA)))));
    }

    @Test
    void textInQuotesMayHoldAnything() {
        assertThat(read("title contains \"a \\\"b\\\" \\\\ (c), and\""))
                .isEqualTo(new Filter.TextContains(TextField.TITLE, "a \"b\" \\ (c), and"));
    }

    @Test
    void severalValuesAndNone() {
        assertThat(read("tag not in (Home, \"on hold\")"))
                .isEqualTo(new Filter.Not(new Filter.TagIn(set("home", "on hold"))));
        assertThat(read("due is null")).isEqualTo(new Filter.Not(new Filter.IsSet(OptionalField.DUE)));
        assertThat(read("due is not null")).isEqualTo(new Filter.IsSet(OptionalField.DUE));
    }

    @Test
    void aListIsNamedOrGivenById() {
        assertThat(read("list in (Errands, " + ADA + ")")).isEqualTo(new Filter.ListIn(set(ADA), set("errands")));
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-30",
        "Tomorrow, 2026-12-01",
        "yesterday, 2026-11-29",
        "monday, 2026-11-30",
        "sunday, 2026-12-06",
        "tomorrow+1w, 2026-12-08",
        "monday-1d+1mo, 2026-12-29",
        "eow, 2026-12-06",
        "eom, 2026-11-30",
        "eom+1d, 2026-12-01",
        "eoy, 2026-12-31",
        "2024-02-29+1y, 2025-02-28"
    })
    void daysAreOfTheAskersZone(String text, LocalDate day) {
        assertThat(read("due = " + text))
                .isEqualTo(new Filter.DateIs(DateField.DUE, Comparison.EQUAL, new Point.Day(day), BERLIN));
    }

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-29T23:30:00Z",
        "now-2h, 2026-11-29T21:30:00Z",
        "now+1d, 2026-11-30T23:30:00Z",
        "today+9h, 2026-11-30T08:00:00Z",
        "2026-07-01T09:00, 2026-07-01T07:00:00Z",
        "2026-07-01T09:00:30Z, 2026-07-01T09:00:30Z",
        "2026-07-01T09:00-05:00, 2026-07-01T14:00:00Z",
        "2026-03-29T02:30, 2026-03-29T01:30:00Z"
    })
    void momentsAreInstants(String text, Instant at) {
        assertThat(read("created >= " + text))
                .isEqualTo(new Filter.DateIs(DateField.CREATED, Comparison.AT_LEAST, new Point.Moment(at), BERLIN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0|not, ( or a field",
                "status|6|expected",
                "status =|8|a value",
                "status = open and|17|not, ( or a field",
                "status = open priority = low|14|and",
                "(status = open|14|)",
                "status = open)|13|the end",
                "colour = red|0|status, priority",
                "status = opened|9|open, completed, cancelled",
                "priority contains high|9|=, !=, <",
                "status < open|7|=, !=, in",
                "status is null|7|always has a value",
                "due < soon|6|today",
                "due < 2026-02-30|6|today",
                "due < 9999-12-31+1d|6|a date of the years",
                "due < today+5q|6|today",
                "recurring = maybe|12|true, false",
                "assignee = bob|11|me",
                "tag in ()|8|a value",
                "title contains \"no end|15|has no end",
                "title contains \"\"|15|some text",
                "title ! x|6|no meaning",
                "\uD83E\uDD5B = 1 or x = 1|0|is no field",
                "title = \uD83E\uDD5B or x = 1|14|is no field"
            })
    void whatCanNotBeUnderstoodIsToldWithItsPlace(String text, int position, String expected) {
        var misread = (Misread) FilterReader.read(text, ASKER);
        assertThat(misread.position()).as(misread.detail()).isEqualTo(position);
        assertThat(misread.detail()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status = ", "((", "tag in (a,", "title contains "})
    void whatIsExpectedIsListed(String text) {
        assertThat(((Misread) FilterReader.read(text, ASKER)).expected()).isNotEmpty();
    }

    @Test
    void noFilterIsTooDeepTooLongOrTooWide() {
        var deep = "(".repeat(21) + "status = open" + ")".repeat(21);
        assertThat(FilterReader.read(deep, ASKER)).isInstanceOf(Misread.class);
        assertThat(FilterReader.read(deep.substring(1, deep.length() - 1), ASKER))
                .isInstanceOf(Understood.class);
        assertThat(FilterReader.read("not ".repeat(200) + "status = open", ASKER))
                .isInstanceOf(Misread.class);
        assertThat(FilterReader.read("(".repeat(1_000), ASKER)).isInstanceOf(Misread.class);
        assertThat(FilterReader.read("title = " + "x".repeat(1_000), ASKER)).isInstanceOf(Misread.class);
        assertThat(FilterReader.read("tag in (" + String.join(",", Collections.nCopies(300, "a")) + ")", ASKER))
                .isInstanceOf(Misread.class);
    }

    private static Filter read(String text) {
        return switch (FilterReader.read(text, ASKER)) {
            case Understood(var filter) -> filter;
            case Misread misread -> throw new AssertionError(misread.toString());
        };
    }

    @SafeVarargs
    private static <T> TreeSet<T> set(T... values) {
        return new TreeSet<>(Set.of(values));
    }
}
