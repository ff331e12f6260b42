package dev.almanac.api.accept;

import static dev.almanac.api.accept.Refusals.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.problem.ProblemException;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.TaskDate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Dates;

class TaskPatchPropertyTest {
    @Property(tries = 200)
    void whatIsWrittenAsAMergePatchIsReadAsTheSamePatch(@ForAll("patches") TaskPatch patch) {
        assertThat(TaskRequests.patch(ID, JsonBody.parse(asMergePatch(patch)), EditScope.THIS, () -> ID)
                        .getPatch())
                .isEqualTo(patch);
    }

    @Property(tries = 200)
    void noTextEndsInAnythingButAPatchOrAProblem(@ForAll("documents") String document) {
        try {
            TaskRequests.patch(ID, JsonBody.parse(document.getBytes(StandardCharsets.UTF_8)), EditScope.THIS, () -> ID);
        } catch (ProblemException refused) {
            assertThat(refused.problem().type().status().is4xxClientError()).isTrue();
        }
    }

    @Property(tries = 200)
    void theOrderOfFieldsAndWhiteSpaceIsNoPartOfABody(@ForAll("patches") TaskPatch patch) {
        var body = JsonBody.parse(asMergePatch(patch));
        var fields = body.json().properties().stream()
                .map(field -> "\"%s\" :\n %s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.toList());
        Collections.reverse(fields);
        var shuffled = JsonBody.parse(("{" + String.join(" ,\t", fields) + "}").getBytes(StandardCharsets.UTF_8));

        assertThat(shuffled.canonical()).isEqualTo(body.canonical());
    }

    private static byte[] asMergePatch(TaskPatch patch) {
        var set = new String(AvroJson.toBytes(clearing(patch, List.of())), StandardCharsets.UTF_8);
        var cleared = patch.getClear().stream()
                .map(field -> ",\"%s\":null".formatted(field))
                .collect(Collectors.joining());
        return (set.replace(",\"clear\":[]}", cleared + "}")
                        .replace("{\"clear\":[]}", "{" + withoutComma(cleared) + "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String withoutComma(String fields) {
        return fields.isEmpty() ? fields : fields.substring(1);
    }

    @Provide
    Arbitrary<TaskPatch> patches() {
        Arbitrary<UUID> ids = Arbitraries.create(UUID::randomUUID);
        Arbitrary<String> estimates = Arbitraries.longs()
                .between(1, Duration.ofDays(366).toSeconds())
                .map(seconds -> Duration.ofSeconds(seconds).toString());
        return Combinators.combine(
                        lines(500).injectNull(0.3),
                        lines(2000).injectNull(0.3),
                        Arbitraries.of(Priority.class).injectNull(0.3),
                        Arbitraries.strings()
                                .alpha()
                                .ofMinLength(1)
                                .ofMaxLength(20)
                                .list()
                                .uniqueElements(String::toLowerCase)
                                .ofMaxSize(50)
                                .injectNull(0.3),
                        dates().injectNull(0.3),
                        dates().injectNull(0.3),
                        estimates.injectNull(0.3),
                        ids.injectNull(0.3))
                .as((title, notes, priority, tags, start, due, estimate, assignee) -> TaskPatch.newBuilder()
                        .setTitle(title)
                        .setNotes(notes)
                        .setPriority(priority)
                        .setTags(tags)
                        .setStart(start)
                        .setDue(due)
                        .setEstimate(estimate)
                        .setAssignee(assignee)
                        .build())
                .flatMap(TaskPatchPropertyTest::clearingSomeOfTheRest);
    }

    private static Arbitrary<TaskPatch> clearingSomeOfTheRest(TaskPatch patch) {
        var rest = new ArrayList<String>();
        if (patch.getNotes().isEmpty()) {
            rest.add("notes");
        }
        if (patch.getDue().isEmpty()) {
            rest.add("due");
        }
        rest.add("parentId");
        return Arbitraries.subsetOf(rest)
                .map(cleared ->
                        clearing(patch, rest.stream().filter(cleared::contains).toList()));
    }

    private static TaskPatch clearing(TaskPatch patch, List<String> fields) {
        return new TaskPatch(
                patch.getTitle().orElse(null),
                patch.getNotes().orElse(null),
                patch.getPriority().orElse(null),
                patch.getTags().orElse(null),
                patch.getStart().orElse(null),
                patch.getDue().orElse(null),
                patch.getEstimate().orElse(null),
                patch.getAssignee().orElse(null),
                patch.getParentId().orElse(null),
                patch.getReminders().orElse(null),
                patch.getRecurrence().orElse(null),
                fields);
    }

    /** Any Unicode that a line of text may hold. */
    private static Arbitrary<String> lines(int most) {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a1', '\ud7ff')
                .withCharRange('\ue000', '\uffff')
                .ofMinLength(1)
                .ofMaxLength(most)
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<TaskDate> dates() {
        Arbitrary<LocalDate> days = Dates.dates().between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
        Arbitrary<String> zones = Arbitraries.of("Europe/Berlin", "America/New_York", "UTC");
        return Arbitraries.oneOf(
                Combinators.combine(days, zones.injectNull(0.5)).as((day, zone) -> new TaskDate(day, null, zone)),
                Combinators.combine(DateTimes.dateTimes(), zones.injectNull(0.5))
                        .as((moment, zone) -> new TaskDate(null, moment.withNano(0), zone)));
    }

    /** Documents that are nearly right, and some that are nothing. */
    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> values = Arbitraries.of(
                "null",
                "1",
                "-1e999",
                "\"\"",
                "\"x\"",
                "[]",
                "[1]",
                "{}",
                "{\"date\":\"2026-13-01\"}",
                "true",
                "tru",
                "\"\\ud800\"");
        Arbitrary<String> names = Arbitraries.of(
                "title", "notes", "priority", "tags", "start", "due", "estimate", "assignee", "parentId", "", "/~");
        Arbitrary<String> objects = Combinators.combine(names, values)
                .as((name, value) -> "\"%s\":%s".formatted(name, value))
                .list()
                .ofMaxSize(4)
                .map(fields -> "{" + String.join(",", fields) + "}");
        return Arbitraries.oneOf(objects, values, Arbitraries.strings().ofMaxLength(40));
    }
}
