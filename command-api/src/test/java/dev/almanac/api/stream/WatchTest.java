package dev.almanac.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.filter.read.Asker;
import dev.almanac.api.filter.read.FilterReader;
import dev.almanac.api.filter.read.Reading;
import dev.almanac.api.filter.read.StandingFilter;
import dev.almanac.api.quickadd.NamedList;
import dev.almanac.api.sync.Change;
import dev.almanac.schemas.Samples;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.serde.TrustedRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class WatchTest {
    static {
        TrustedRecords.establish();
    }

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final UUID GARDEN = Samples.task().getListId();

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private long seq = 1;

    @Test
    void aTaskMatchesAsLongAsItIsWhatTheFilterMeans() {
        var watch = watch("priority >= high");

        assertThat(watch.matches(link(EntityKind.TASK, task(Priority.HIGH)))).contains(true);
        assertThat(watch.matches(link(EntityKind.TASK, task(Priority.LOW)))).contains(false);
        assertThat(watch.matches(link(EntityKind.TASK, task(Priority.URGENT)))).contains(true);
    }

    @Test
    void whatIsInTheTrashOrGoneDoesNotMatch() {
        var watch = watch("priority >= high");
        var trashed = Task.newBuilder(task(Priority.HIGH)).setDeletedAt(now).build();

        assertThat(watch.matches(link(EntityKind.TASK, trashed))).contains(false);
        assertThat(watch.matches(new Link(
                        seq++, new Change(seq, EntityKind.TASK, trashed.getId(), Optional.empty(), Optional.empty()))))
                .contains(false);
    }

    @Test
    void aListIsKnownByTheNameThatItHasNow() {
        var watch = watch("list = Garden");

        assertThat(watch.matches(link(EntityKind.TASK, task(Priority.LOW)))).contains(true);
        assertThat(watch.matches(link(EntityKind.LIST, list("Orchard")))).isEmpty();
        assertThat(watch.matches(link(EntityKind.TASK, task(Priority.LOW)))).contains(false);
        assertThat(watch.matches(link(EntityKind.LIST, list("garden")))).isEmpty();
        assertThat(watch.matches(link(EntityKind.TASK, task(Priority.LOW)))).contains(true);
    }

    @Test
    void todayIsTheDayOnWhichATaskCame() {
        var watch = watch("due = today");
        var tomorrow = Task.newBuilder(task(Priority.LOW))
                .setDue(TaskDate.newBuilder()
                        .setDate(LocalDate.parse("2026-11-25"))
                        .build())
                .build();

        assertThat(watch.matches(link(EntityKind.TASK, tomorrow))).contains(false);
        // Midnight in Berlin has passed, in London not.
        now = Instant.parse("2026-11-24T23:30:00Z");
        assertThat(watch.matches(link(EntityKind.TASK, tomorrow))).contains(true);
        now = now.plus(Duration.ofDays(1));
        assertThat(watch.matches(link(EntityKind.TASK, tomorrow))).contains(false);
    }

    @Test
    void theFrameSaysSoAndIsOtherwiseTheSame() {
        var link = link(EntityKind.TASK, task(Priority.LOW));

        assertThat(new String(link.frame(true), UTF_8).replace(",\"matches\":true", ""))
                .isEqualTo(new String(link.frame(), UTF_8))
                .isNotEqualTo(new String(link.frame(true), UTF_8));
    }

    private Watch watch(String text) {
        var asker = new Asker(Samples.WORKSPACE, ZONE, now);
        var clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        return switch (FilterReader.read(text, asker)) {
            case Reading.Understood(var filter) ->
                new Watch(new StandingFilter(text, filter, asker, clock), List.of(new NamedList(GARDEN, "Garden")));
            case Reading.Misread misread -> throw new AssertionError(misread);
        };
    }

    private Link link(EntityKind kind, SpecificRecord state) {
        var id = kind == EntityKind.LIST ? GARDEN : Samples.task().getId();
        return new Link(
                seq++,
                new Change(seq, kind, id, Optional.of(new String(AvroJson.toBytes(state), UTF_8)), Optional.empty()));
    }

    private static Task task(Priority priority) {
        return Task.newBuilder(Samples.task()).setPriority(priority).build();
    }

    private static TaskList list(String name) {
        return new TaskList(
                GARDEN,
                Samples.WORKSPACE,
                name,
                null,
                "a0",
                Instant.EPOCH,
                Samples.WORKSPACE,
                Instant.EPOCH,
                null,
                1L,
                1L);
    }
}
