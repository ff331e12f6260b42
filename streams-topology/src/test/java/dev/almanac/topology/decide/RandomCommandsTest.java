package dev.almanac.topology.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.state.EvolvedState;
import dev.almanac.topology.state.Ordering;
import dev.almanac.topology.state.Place;
import dev.almanac.topology.state.WorkspaceState;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.DecidedInMemory;
import dev.almanac.topology.testkit.Happening;
import dev.almanac.topology.testkit.InMemoryWorkspace;
import dev.almanac.topology.testkit.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever is asked for in whatever order, the decider does what the {@link PlainModel} does; and with each command hold
 * the invariants that the test kit checks.
 */
class RandomCommandsTest {
    private static final UUID WORKSPACE = Labels.id("team");
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final int MANY = 100;
    private static final List<String> TASKS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final List<String> LISTS = List.of(Acts.INBOX, "home", "work");

    /** @param later whether time passes before it; a millisecond is long for a decider */
    record Step(Act act, boolean later) {}

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void doWhatThePlainModelDoes(@ForAll("steps") List<Step> steps) {
        DecidedInMemory almanac = team();
        PlainModel model = new PlainModel(Labels.id(Acts.INBOX));
        Instant now = START;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            now = step.later() ? now.plusSeconds(1) : now;
            PlainModel before = model;
            PlainModel tried = before.copy();
            List<String> expected = expected(tried, step.act(), now);
            boolean undone = step.act().atomic() && expected.contains(OutcomeStatus.NOT_ATTEMPTED.name());
            model = undone ? before : tried;

            Happening happening = almanac.put(command(i, step.act(), now), now);

            assertThat(happening.result().getOutcomes())
                    .extracting(RandomCommandsTest::describe)
                    .isEqualTo(expected);
            if (isRestore(step.act())) {
                takeOverPlaces(before, model, almanac.state());
            }
            compare(model, almanac.state());
        }
        assertThat(almanac.rebuilt().contents()).isEqualTo(almanac.state().contents());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anEvolvedStateShowsWhatAStoredOneShows(@ForAll("steps") List<Step> steps) {
        DecidedInMemory almanac = team();
        EvolvedState evolved = EvolvedState.over(team().state());
        for (int i = 0; i < steps.size(); i++) {
            Instant now = START.plusSeconds(i);
            almanac.put(command(i, steps.get(i).act(), now), now).events().forEach(evolved::apply);

            assertThat(view(evolved)).isEqualTo(view(almanac.state()));
        }
    }

    private static List<String> expected(PlainModel model, Act act, Instant now) {
        List<String> expected = new ArrayList<>();
        for (Operation operation : act.operations()) {
            String outcome = refusedFor(act).orElseGet(() -> model.put(operation, now));
            expected.add(outcome);
            if (act.atomic() && isRefusal(outcome)) {
                return onlyRefused(
                        expected.size() - 1, outcome, act.operations().size());
            }
        }
        return expected;
    }

    private static boolean isRefusal(String outcome) {
        return !outcome.equals(PlainModel.ACCEPTED) && !outcome.equals(PlainModel.UNCHANGED);
    }

    private static List<String> onlyRefused(int index, String refusal, int size) {
        List<String> outcomes = new ArrayList<>(Collections.nCopies(size, OutcomeStatus.NOT_ATTEMPTED.name()));
        outcomes.set(index, refusal);
        return outcomes;
    }

    private static boolean isRestore(Act act) {
        return act.operations().getFirst().getRestoreTask().isPresent();
    }

    /** Lets what was restored stand in the model where it stands in the state, and all else where it stood. */
    private static void takeOverPlaces(PlainModel before, PlainModel model, InMemoryWorkspace state) {
        model.lists.forEach((id, list) -> {
            List<UUID> order = order(state.tasks(id));
            assertThat(order).containsExactlyInAnyOrderElementsOf(list.order);
            List<UUID> stayed =
                    order.stream().filter(before.list(id).order::contains).toList();
            assertThat(stayed).isEqualTo(before.list(id).order);
            list.order = new ArrayList<>(order);
        });
    }

    private static void compare(PlainModel model, InMemoryWorkspace state) {
        assertThat(state.allTasks()).hasSameSizeAs(model.tasks.values());
        for (Task task : state.allTasks()) {
            PlainModel.TaskThing expected = model.task(task.getId());
            assertThat(List.of(
                            task.getTitle(),
                            task.getListId(),
                            task.getParentId(),
                            task.getStatus(),
                            task.getDeletedAt(),
                            task.getVersion()))
                    .as(Labels.label(task.getId()))
                    .isEqualTo(List.of(
                            expected.title,
                            expected.list,
                            Optional.ofNullable(expected.parent),
                            expected.status,
                            Optional.ofNullable(expected.deletedAt),
                            expected.version));
        }
        model.lists.forEach((id, list) -> {
            assertThat(order(state.tasks(id))).as(Labels.label(id)).isEqualTo(list.order);
            assertThat(state.list(id).orElseThrow().getDeletedAt().isPresent()).isEqualTo(list.deleted);
            assertThat(state.list(id).orElseThrow().getVersion()).isEqualTo(list.version);
        });
    }

    private static List<UUID> order(Ordering ordering) {
        return ordering.first(MANY).stream().map(Place::id).toList();
    }

    /** All that a state shows, by every question that can be asked of it. */
    private static List<Object> view(WorkspaceState state) {
        List<Object> view = new ArrayList<>();
        view.add(state.seq());
        view.add(state.workspace());
        view.add(Set.copyOf(state.members()));
        view.add(view(state.lists()));
        for (String label : LISTS) {
            view.add(state.list(Labels.id(label)));
            view.add(view(state.tasks(Labels.id(label))));
        }
        for (String label : TASKS) {
            UUID id = Labels.id(label);
            Optional<Task> task = state.task(id);
            view.add(task);
            view.add(state.subtasks(id, MANY));
            view.add(state.subtasks(id, 1));
            task.flatMap(Task::getDeletedAt).ifPresent(deletedAt -> {
                view.add(state.subtasksTrashedAt(id, deletedAt, MANY));
                view.add(state.subtasksTrashedAt(id, deletedAt, 1));
            });
        }
        return view;
    }

    private static List<Object> view(Ordering ordering) {
        List<Object> view = new ArrayList<>();
        view.add(ordering.last());
        view.add(ordering.first(2));
        for (Place place : ordering.first(MANY)) {
            view.add(place);
            view.add(ordering.before(place));
            view.add(ordering.after(place));
        }
        view.add(ordering.after(new Place("", new UUID(0, 0))));
        view.add(ordering.before(new Place("zz", new UUID(0, 0))));
        return view;
    }

    private static DecidedInMemory team() {
        DecidedInMemory almanac = new DecidedInMemory(WORKSPACE);
        Act all = Act.atomically(
                Acts.createWorkspace("Team"), Acts.setMember("bob", Role.EDITOR), Acts.setMember("vic", Role.VIEWER));
        almanac.put(command(-1, all, START), START);
        return almanac;
    }

    private static Command command(int number, Act act, Instant now) {
        return act.toCommand(Ids.v5(WORKSPACE, "command " + number), WORKSPACE, now);
    }

    private static Optional<String> refusedFor(Act act) {
        return switch (act.actor().orElseThrow()) {
            case "vic" -> Optional.of(RejectionCode.FORBIDDEN.name());
            case "eve" -> Optional.of(RejectionCode.WORKSPACE_NOT_FOUND.name());
            default -> Optional.empty();
        };
    }

    private static String describe(Outcome outcome) {
        return outcome.getRejection()
                .map(Rejection::getCode)
                .map(RejectionCode::name)
                .orElse(outcome.getStatus().name());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> actor =
                Arbitraries.frequency(Tuple.of(12, "ann"), Tuple.of(6, "bob"), Tuple.of(1, "vic"), Tuple.of(1, "eve"));
        Arbitrary<Act> several = Combinators.combine(
                        operation().list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(true, false))
                .as((acts, atomic) ->
                        atomic ? Act.atomically(acts.toArray(Act[]::new)) : Act.separately(acts.toArray(Act[]::new)));
        // By itself, since where it puts the task the model has to be told before the next.
        Arbitrary<Act> restore = maybeExpecting(task().map(Acts::restore));
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(5, several), Tuple.of(1, restore)),
                        actor,
                        Arbitraries.of(true, false))
                .as((act, name, later) -> new Step(act.by(name), later));
        return step.list().ofMaxSize(40);
    }

    private static Arbitrary<Act> operation() {
        Arbitrary<Act> create = Combinators.combine(
                        task(), list().injectNull(0.5), placement().injectNull(0.7))
                .as((task, list, placement) -> Acts.createTask(task, list, placement, fields -> fields));
        Arbitrary<Act> createBelow = Combinators.combine(task(), task(), list().injectNull(0.8))
                .as((task, parent, list) ->
                        Acts.createTask(task, list, null, fields -> fields.setParentId(Labels.id(parent))));
        Arbitrary<Act> retitle = Combinators.combine(task(), Arbitraries.of("x", "y"))
                .as((task, title) -> Acts.editTask(task, patch -> patch.setTitle(title)));
        Arbitrary<Act> putBelow = Combinators.combine(task(), task())
                .as((task, parent) -> Acts.editTask(task, patch -> patch.setParentId(Labels.id(parent))));
        Arbitrary<Act> putOnTop = task().map(task -> Acts.editTask(task, patch -> patch.setClear(List.of("parentId"))));
        Arbitrary<Act> move =
                Combinators.combine(task(), placement().injectNull(0.2)).as(Acts::move);
        Arbitrary<Act> moveTo =
                Combinators.combine(list(), task(), placement().injectNull(0.5)).as(Acts::moveTo);
        return maybeExpecting(Arbitraries.frequencyOf(
                Tuple.of(8, create),
                Tuple.of(8, createBelow),
                Tuple.of(2, retitle),
                Tuple.of(4, putBelow),
                Tuple.of(1, putOnTop),
                Tuple.of(3, move),
                Tuple.of(3, moveTo),
                Tuple.of(3, task().map(Acts::complete)),
                Tuple.of(1, task().map(Acts::cancel)),
                Tuple.of(3, task().map(Acts::reopen)),
                Tuple.of(2, task().map(Acts::delete)),
                Tuple.of(3, list().map(Acts::createList)),
                Tuple.of(1, list().map(Acts::deleteList))));
    }

    private static Arbitrary<Act> maybeExpecting(Arbitrary<Act> act) {
        Arbitrary<Long> version = Arbitraries.longs().between(1, 3);
        return Arbitraries.frequencyOf(
                Tuple.of(9, act), Tuple.of(1, Combinators.combine(act, version).as(Act::expecting)));
    }

    private static Arbitrary<String> task() {
        return Arbitraries.of(TASKS);
    }

    private static Arbitrary<String> list() {
        return Arbitraries.of(LISTS);
    }

    private static Arbitrary<Placement> placement() {
        return Combinators.combine(task(), Arbitraries.of(true, false))
                .as((neighbour, after) -> after ? Acts.after(neighbour) : Acts.before(neighbour));
    }
}
