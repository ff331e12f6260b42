package dev.almanac.topology.process;

import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createFilter;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.createWorkspace;
import static dev.almanac.topology.testkit.Acts.deleteFilter;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Acts.setMember;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.topology.deadletter.DeadLetters;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.DecidedByTopology;
import dev.almanac.topology.testkit.DecidedInMemory;
import dev.almanac.topology.testkit.Happening;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.RandomSteps;
import dev.almanac.topology.testkit.RandomSteps.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topology adds to the decider: stores, serdes, sinks, and what becomes of records that are no commands. */
class TaskTopologyTest {
    private static final UUID WORKSPACE = Labels.id("team");
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final DecidedByTopology almanac = new DecidedByTopology(WORKSPACE, START);
    private int commands;

    @AfterEach
    void close() {
        almanac.close();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void whatIsStoredAndSentIsWhatIsDecided(@ForAll(supplier = RandomSteps.class) List<Step> steps) {
        try (DecidedByTopology topology = new DecidedByTopology(WORKSPACE, START)) {
            DecidedInMemory decider = new DecidedInMemory(WORKSPACE);
            assertThat(topology.put(command(RandomSteps.team(), -1), START).events())
                    .isEqualTo(
                            decider.put(command(RandomSteps.team(), -1), START).events());
            for (int i = 0; i < steps.size(); i++) {
                Instant now = START.plusSeconds(i);
                Command command = command(steps.get(i).act(), i);

                Happening sent = topology.put(command, now);

                Happening decided = decider.put(command, now);
                // As text: Avro's arrays, as they are read, compare no records with times in them.
                assertThat(sent.result()).hasToString(decided.result().toString());
                assertThat(sent.events()).isEqualTo(decided.events());
                assertThat(sent.audit()).isEqualTo(decided.audit());
            }
        }
    }

    @Test
    void whatOneDecisionCantHoldGoesOnByItself() {
        put(createWorkspace("Team"));
        put(createList("big"));
        for (int task = 0; task < 700; task++) {
            put(createTaskIn("big", "task " + task));
        }

        put(deleteList("big"));

        assertThat(almanac.state().allTasks())
                .hasSize(700)
                .allMatch(task -> task.getDeletedAt().isPresent());
    }

    @Test
    void filtersAreCountedForTheirOwners() {
        put(createWorkspace("Team"));
        put(setMember("bob", Role.EDITOR));
        for (int filter = 0; filter < 100; filter++) {
            put(createFilter("filter " + filter, "overdue = true"));
        }

        assertThat(put(createFilter("more", "overdue = true")).events()).isEmpty();
        assertThat(put(createFilter("his", "overdue = true").by("bob")).events())
                .hasSize(1);
        put(deleteFilter("filter 7"));
        assertThat(put(createFilter("more", "overdue = true")).events()).hasSize(1);
        assertThat(almanac.state().filters(Labels.id("ann"))).hasSize(100);
    }

    @Test
    void anAnswerIsRememberedUntilItExpires() {
        put(createWorkspace("Team"));
        Act asked = createTask("milk").withKey("key", "fingerprint");
        put(asked);
        put(complete("milk"));

        Happening again = put(asked);
        assertThat(again.result().getReplayed()).isTrue();
        assertThat(again.events()).isEmpty();

        almanac.wait(DecidedByTopology.REMEMBERED.plus(Duration.ofSeconds(2)));
        Instant later = START.plus(DecidedByTopology.REMEMBERED).plusSeconds(10);
        Happening expired = almanac.put(command(asked, commands++), later);
        assertThat(expired.result().getReplayed()).isFalse();
        // The id is the same, so it is refused for that: it was decided anew.
        assertThat(expired.outcome().getStatus()).isEqualTo(OutcomeStatus.REJECTED);
    }

    @Test
    void bytesThatAreNoRecordAreADeadLetterAndTheStreamGoesOn() {
        put(createWorkspace("Team"));
        almanac.pipe(RecordKeys.workspace(WORKSPACE), "no avro".getBytes(UTF_8), START);

        TestRecord<byte[], byte[]> letter = onlyDeadLetter();
        assertThat(letter.value()).isEqualTo("no avro".getBytes(UTF_8));
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("task-commands");
        assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("1");
        assertThat(header(letter, DeadLetters.EXCEPTION)).contains("SerializationException");
        goesOn();
    }

    @Test
    void aRecordOfAnotherTypeIsADeadLetter() {
        put(createWorkspace("Team"));
        Outcome none = new Outcome(OutcomeStatus.ACCEPTED, null, null);
        almanac.pipe(RecordKeys.workspace(WORKSPACE), almanac.bytes(none), START);

        assertThat(header(onlyDeadLetter(), DeadLetters.MESSAGE)).contains("Outcome");
        goesOn();
    }

    @Test
    void aCommandUnderTheKeyOfAnotherWorkspaceIsADeadLetter() {
        put(createWorkspace("Team"));
        almanac.pipe(RecordKeys.workspace(Labels.id("other")), almanac.bytes(command(createTask("milk"), 99)), START);

        assertThat(header(onlyDeadLetter(), DeadLetters.MESSAGE)).contains("key");
        assertThat(almanac.state().allTasks()).isEmpty();
        goesOn();
    }

    private void goesOn() {
        put(createTask("bread"));
        put(complete("bread"));
        assertThat(almanac.state().task(Labels.id("bread")).orElseThrow().getStatus())
                .isEqualTo(TaskStatus.COMPLETED);
    }

    private TestRecord<byte[], byte[]> onlyDeadLetter() {
        List<TestRecord<byte[], byte[]>> letters = almanac.deadLetters();
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private Happening put(Act act) {
        Instant now = START.plusSeconds(commands);
        return almanac.put(command(act, commands++), now);
    }

    private static Command command(Act act, int number) {
        return act.toCommand(Ids.v5(WORKSPACE, "command " + number), WORKSPACE, START);
    }
}
