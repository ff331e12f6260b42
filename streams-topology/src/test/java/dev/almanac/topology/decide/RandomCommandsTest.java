package dev.almanac.topology.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.id.Ids;
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
import dev.almanac.topology.testkit.RandomSteps;
import dev.almanac.topology.testkit.RandomSteps.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever is asked for in whatever order, the decider does what the {@link PlainModel} does; and with each command hold
 * the invariants that the test kit checks.
 */
class RandomCommandsTest {
    private static final UUID WORKSPACE = Labels.id("team");
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final int MANY = 100;

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void doWhatThePlainModelDoes(@ForAll(supplier = RandomSteps.class) List<Step> steps) {
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
    void anEvolvedStateShowsWhatAStoredOneShows(@ForAll(supplier = RandomSteps.class) List<Step> steps) {
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
        for (String label : RandomSteps.LISTS) {
            view.add(state.list(Labels.id(label)));
            view.add(view(state.tasks(Labels.id(label))));
        }
        for (String label : RandomSteps.TASKS) {
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
        almanac.put(command(-1, RandomSteps.team(), START), START);
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
}
