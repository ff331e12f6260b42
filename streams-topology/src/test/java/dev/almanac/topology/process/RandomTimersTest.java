package dev.almanac.topology.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.DecidedByTopology;
import dev.almanac.topology.testkit.Expectations;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is asked for, and however time passes: reminders do what the {@link PlainReminders} do. */
class RandomTimersTest {
    private static final UUID WORKSPACE = Labels.id("team");
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    sealed interface Step {
        record Ask(Act act) implements Step {}

        /** The record of the last act comes once more. */
        record Redelivery() implements Step {}

        /** The topology ends, and starts again. */
        record Restart() implements Step {}

        record Pass(Duration time) implements Step {}

        /** Time passes while nobody looks at the clock. */
        record Stall(Duration time) implements Step {}
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void doWhatThePlainModelDoes(@ForAll("steps") List<Step> steps) {
        try (DecidedByTopology topology = new DecidedByTopology(WORKSPACE, Scenario.START)) {
            PlainReminders model = new PlainReminders();
            Instant now = Scenario.START;
            int asked = 0;
            Act last = Acts.createWorkspace("Team");
            topology.put(last.toCommand(Ids.v5(WORKSPACE, "0"), WORKSPACE, now), now);
            for (Step step : steps) {
                now = now.plus(BETWEEN);
                switch (step) {
                    case Step.Ask(Act act) -> {
                        asked++;
                        last = act;
                        put(topology, model, act, asked, now);
                    }
                    case Step.Redelivery() -> put(topology, model, last, asked, now);
                    case Step.Restart() -> topology.restart();
                    case Step.Pass(Duration time) -> {
                        pass(topology, model, now, now.plus(time));
                        now = now.plus(time);
                    }
                    case Step.Stall(Duration time) -> {
                        now = now.plus(time);
                        pass(topology, model, now, now);
                    }
                }
                assertThat(view(topology)).isEqualTo(model.view());
            }
        }
    }

    private static void put(DecidedByTopology topology, PlainReminders model, Act act, int number, Instant now) {
        topology.put(act.toCommand(Ids.v5(WORKSPACE, Integer.toString(number)), WORKSPACE, now), now);
        act.operations().forEach(operation -> model.put(operation, now));
    }

    private static void pass(DecidedByTopology topology, PlainReminders model, Instant from, Instant until) {
        assertThat(topology.pass(from, until).events())
                .extracting(Expectations::describe)
                .containsExactlyInAnyOrderElementsOf(model.pass(from, until));
    }

    private static Map<String, String> view(DecidedByTopology topology) {
        return topology.state().allTasks().stream()
                .collect(Collectors.toMap(
                        (Task task) -> Labels.label(task.getId()), (Task task) -> PlainReminders.view(task)));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Duration> time = Arbitraries.of(1, 5, 29, 30, 31, 60, 240).map(Duration::ofMinutes);
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(14, act().map(Step.Ask::new)),
                Tuple.of(6, time.map(Step.Pass::new)),
                Tuple.of(2, time.map(Step.Stall::new)),
                Tuple.of(1, Arbitraries.just(new Step.Redelivery())),
                Tuple.of(1, Arbitraries.just(new Step.Restart())));
        return step.list().ofMinSize(5).ofMaxSize(30);
    }

    private static Arbitrary<Act> act() {
        Arbitrary<String> task = Arbitraries.of("a", "b", "c");
        Arbitrary<String> reminder = Arbitraries.of("r", "s", "t");
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(task, fields()).as(Acts::createTask)),
                Tuple.of(6, Combinators.combine(task, fields()).as(Acts::editTask)),
                Tuple.of(2, task.map(Acts::complete)),
                Tuple.of(2, task.map(Acts::reopen)),
                Tuple.of(1, task.map(Acts::delete)),
                Tuple.of(1, task.map(Acts::restore)),
                Tuple.of(3, Combinators.combine(task, reminder, moment()).as(Acts::snooze)),
                Tuple.of(1, Combinators.combine(task, reminder).as(Acts::dismiss)));
    }

    private static Arbitrary<UnaryOperator<TaskPatch.Builder>> fields() {
        Arbitrary<UnaryOperator<TaskPatch.Builder>> due = Arbitraries.frequencyOf(
                Tuple.of(5, moment().map(at -> patch -> patch.setDue(date(at)))),
                Tuple.of(1, Arbitraries.just(patch -> patch.setClear(List.of("due")))),
                Tuple.of(3, Arbitraries.just(patch -> patch)));
        Arbitrary<UnaryOperator<TaskPatch.Builder>> reminders = Arbitraries.frequencyOf(
                Tuple.of(3, reminders().map(wanted -> patch -> patch.setReminders(wanted))),
                Tuple.of(2, Arbitraries.just(patch -> patch)));
        return Combinators.combine(due, reminders).as((one, other) -> patch -> other.apply(one.apply(patch)));
    }

    private static Arbitrary<List<ReminderRequest>> reminders() {
        Arbitrary<ReminderRequest> one = Combinators.combine(
                        Arbitraries.of("r", "s", "t"),
                        Arbitraries.of("-PT30M", "-PT5M", "PT0S", "PT15M"),
                        moment(),
                        Arbitraries.of(true, true, false))
                .as((id, offset, at, relative) -> relative ? Acts.remind(id, offset) : Acts.remindAt(id, at));
        return one.list().ofMaxSize(3).uniqueElements(ReminderRequest::getId);
    }

    private static TaskDate date(Instant at) {
        return new TaskDate(null, LocalDateTime.ofInstant(at, ZoneOffset.UTC), "UTC");
    }

    /** From half an hour before the start to some hours after it. */
    private static Arbitrary<Instant> moment() {
        return Arbitraries.integers()
                .between(-1, 12)
                .map(halfHours -> Scenario.START.plus(Duration.ofMinutes(30L * halfHours)));
    }
}
