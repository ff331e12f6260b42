package dev.almanac.topology.process.audit;

import static dev.almanac.topology.testkit.Acts.addComment;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.setMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.model.Role;
import dev.almanac.topology.store.activity.DayCount;
import dev.almanac.topology.store.activity.Moment;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Audited;
import dev.almanac.topology.testkit.DecidedInMemory;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuditAggregationTest {
    private static final UUID TEAM = Labels.id("team");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    @AutoClose
    private final Audited almanac = new Audited(new DecidedInMemory(TEAM), Scenario.START);

    @Test
    void countsWhatEachUserDoesByDayAndAction() {
        given(setMember("bob", Role.EDITOR), createTask("milk"), createTask("oats"))
                .when(complete("milk").by("bob"));

        assertThat(counts())
                .containsExactlyInAnyOrder(
                        "2026-11-02 ann create_workspace 1 0",
                        "2026-11-02 ann set_member 1 0",
                        "2026-11-02 ann create_task 2 0",
                        "2026-11-02 bob complete_task 1 0");
    }

    @Test
    void aDayIsOneOfUtc() {
        given();
        AuditEntry entry = almanac.log().getFirst();
        almanac.tell(at(entry, Instant.parse("2026-11-02T23:59:59.999Z"), 1));
        almanac.tell(at(entry, Instant.parse("2026-11-03T00:00:00.000Z"), 2));

        assertThat(counts())
                .containsExactly("2026-11-02 ann create_workspace 2 0", "2026-11-03 ann create_workspace 1 0");
    }

    @Test
    void whatIsRefusedCountsToo() {
        given(createTask("milk"), setMember("vic", Role.VIEWER))
                .when(complete("milk").by("vic"))
                .when(complete("cake"))
                .when(complete("milk"));

        assertThat(counts()).contains("2026-11-02 vic complete_task 1 1", "2026-11-02 ann complete_task 2 1");
    }

    @Test
    void nothingCountsTwiceHoweverOftenItComes() {
        given(createTask("milk")).when(complete("cake")).when(addComment("milk", "soy?"));
        List<String> once = counts();
        int size = almanac.size();

        almanac.tellAllAgain();
        almanac.tellAllAgain();

        assertThat(counts()).isEqualTo(once);
        assertThat(almanac.size()).isEqualTo(size);
    }

    @Test
    void aCommandThatWasDecidedAgainLaterCountsOnce() {
        given(createTask("milk"));
        AuditEntry first = almanac.log().getLast();

        almanac.tell(at(first, first.getAt().plusSeconds(3), first.getOperation()));

        assertThat(counts()).contains("2026-11-02 ann create_task 1 0");
        assertThat(almanac.activity().entries(Optional.empty(), 10)).hasSize(2).contains(first);
    }

    @Test
    void theActivityOfATaskIsWhatWasDoneWithItAndItsCommentsTheLatestFirst() {
        given(createTask("milk"), createTask("oats"))
                .when(editTask("milk", patch -> patch.setTitle("soy milk")))
                .when(addComment("milk", "c"))
                .when(editTask("milk", patch -> patch.setTitle("")))
                .when(delete("oats"));

        assertThat(almanac.activity().entriesOf(Labels.id("milk"), Optional.empty(), 10))
                .extracting(AuditEntry::getAction)
                .containsExactly("edit_task", "add_comment", "edit_task", "create_task");
    }

    @Test
    void theActivityOfAWorkspaceIsReadPageByPage() {
        Scenario scenario = given();
        for (int i = 0; i < 25; i++) {
            scenario.when(createTask("task " + i));
        }

        List<AuditEntry> read = new ArrayList<>();
        Optional<Moment> before = Optional.empty();
        do {
            List<AuditEntry> page = almanac.activity().entries(before, 10);
            read.addAll(page);
            before = page.size() < 10 ? Optional.empty() : Optional.of(Moment.of(page.getLast()));
        } while (before.isPresent());

        assertThat(read).isEqualTo(almanac.log().reversed());
    }

    @Test
    void whatIsDoneAtOneMomentIsInTheOrderInWhichItWasDecided() {
        given().when(Act.separately(createTask("a"), createTask("b"), createTask("c")));

        assertThat(almanac.activity().entries(Optional.empty(), 3))
                .extracting(AuditEntry::getOperation)
                .containsExactly(2, 1, 0);
    }

    @Test
    void itTellsHowFarItIs() {
        Scenario scenario = given(createTask("milk")).when(Act.atomically(createTask("a"), createTask("b")));

        assertThat(almanac.activity().seq())
                .isEqualTo(scenario.happening().result().getSeq())
                .isEqualTo(almanac.state().seq());
    }

    @Test
    void strangersLeaveNoTrace() {
        given(createTask("milk")).when(complete("milk").by("mallory"));

        assertThat(almanac.log()).hasSize(3);
        assertThat(counts()).noneMatch(count -> count.contains("mallory"));
        assertThat(almanac.activity().entries(Optional.empty(), 10)).hasSize(2);
    }

    @Test
    void workspacesDoNotMix() {
        given(createTask("milk"));
        AuditEntry elsewhere = in(Labels.id("other"), almanac.log().getLast());
        almanac.tell(elsewhere);

        assertThat(almanac.activity().entries(Optional.empty(), 10)).doesNotContain(elsewhere);
        assertThat(almanac.activity(Labels.id("other")).entries(Optional.empty(), 10))
                .containsExactly(elsewhere);
    }

    @Test
    void whatIsOlderThanTheLogIsForgottenInEveryWorkspace() {
        given(createTask("milk"));
        AuditEntry entry = almanac.log().getLast();
        List<UUID> workspaces = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            UUID workspace = Labels.id("workspace " + i);
            workspaces.add(workspace);
            almanac.tell(in(workspace, entry));
            almanac.tell(at(in(workspace, entry), entry.getAt().plus(Duration.ofDays(2)), 1));
        }

        almanac.timePasses(Audited.RETENTION.plusDays(1));
        for (int i = 0; i < 100; i++) {
            almanac.timePasses(Duration.ofSeconds(1));
        }

        assertThat(almanac.activity().entries(Optional.empty(), 10)).isEmpty();
        assertThat(counts()).isEmpty();
        for (UUID workspace : workspaces) {
            assertThat(almanac.activity(workspace).entries(Optional.empty(), 10))
                    .extracting(AuditEntry::getOperation)
                    .containsExactly(1);
            assertThat(almanac.activity(workspace).entriesOf(Labels.id("milk"), Optional.empty(), 10))
                    .hasSize(1);
            assertThat(almanac.counts(workspace).counts(TODAY, TODAY.plusDays(9), 10))
                    .extracting(DayCount::count)
                    .containsExactly(1L);
        }
    }

    @Test
    void whatIsNoEntryBecomesADeadLetter() {
        given(createTask("milk"));
        List<String> before = counts();

        almanac.tell(TEAM.toString(), "not an entry".getBytes(StandardCharsets.UTF_8));
        AuditEntry ofOther = in(Labels.id("other"), almanac.log().getLast());
        almanac.tell(TEAM.toString(), almanac.bytes(ofOther));
        almanac.tell(at(almanac.log().getLast(), Instant.EPOCH.minusSeconds(1), 7));

        assertThat(almanac.deadLetters()).isEqualTo(3);
        assertThat(counts()).isEqualTo(before);
    }

    private Scenario given(Act... acts) {
        return Scenario.in(almanac, acts);
    }

    private List<String> counts() {
        return almanac.counts().counts(TODAY.minusYears(1), TODAY.plusYears(1), 100).stream()
                .map(count -> "%s %s %s %d %d"
                        .formatted(
                                count.key().day(),
                                Labels.label(count.key().userId()),
                                count.key().action(),
                                count.count(),
                                count.rejected()))
                .toList();
    }

    private static AuditEntry at(AuditEntry entry, Instant at, int operation) {
        return AuditEntry.newBuilder(entry).setAt(at).setOperation(operation).build();
    }

    private static AuditEntry in(UUID workspace, AuditEntry entry) {
        return AuditEntry.newBuilder(entry).setWorkspaceId(workspace).build();
    }
}
