package dev.almanac.topology.testkit;

import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.model.Role;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Whatever members and strangers may ask of a team's workspace, in whatever order. */
public final class RandomSteps implements ArbitrarySupplier<List<RandomSteps.Step>> {
    public static final List<String> TASKS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    public static final List<String> LISTS = List.of(Acts.INBOX, "home", "work");

    /** @param later whether time passes before it; a millisecond is long for a decider */
    public record Step(Act act, boolean later) {}

    /** What the steps set out from: ann owns the team, bob edits, vic views, eve is a stranger. */
    public static Act team() {
        return Act.atomically(
                Acts.createWorkspace("Team"), Acts.setMember("bob", Role.EDITOR), Acts.setMember("vic", Role.VIEWER));
    }

    @Override
    public Arbitrary<List<Step>> get() {
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
