package dev.almanac.api.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SimulationTest {
    record Move(String name, Consumer<Simulation> effect) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Whatever is delayed, lost, expired or cut off, a client never sees a seq twice, never a hole, nothing after its
     * removal, and ends with the server's state.
     */
    @Property(tries = 3_000)
    void everyClientEndsWithTheServersState(@ForAll("moves") List<Move> moves) {
        var simulation = new Simulation();
        moves.forEach(move -> move.effect().accept(simulation));
        simulation.settle();
        simulation.assertEveryClientHasTheServersState();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        var few = Arbitraries.integers().between(1, 8);
        var client = Arbitraries.integers().between(0, Simulation.CLIENTS - 1);
        var writes = Arbitraries.integers().between(0, 5).map(thing -> move("write " + thing, s -> s.write(thing)));
        var projections = few.map(n -> move("project " + n, s -> s.project(n)));
        var deliveries = few.map(n -> move("deliver " + n, s -> s.deliver(n)));
        var losses = few.map(n -> move("lose " + n, s -> s.lose(n)));
        var fills = Arbitraries.just(move("fill", Simulation::fill));
        var looks = Arbitraries.just(move("look", Simulation::look));
        var passing =
                Arbitraries.integers().between(1, 12).map(n -> move("pass " + n, s -> s.pass(Duration.ofSeconds(n))));
        var taking = client.flatMap(c -> few.map(n -> move("take " + c + " " + n, s -> s.take(c, n))));
        var fetches = client.map(c -> move("fetch " + c, s -> s.fetch(c)));
        var toggles = client.map(c -> move("toggle " + c, s -> s.toggle(c)));
        var memberships = client.map(c -> move("membership " + c, s -> s.toggleMembership(c)));
        var untold = Arbitraries.just(move("untold", Simulation::writeUntold));
        return Arbitraries.frequencyOf(
                        Tuple.of(10, writes),
                        Tuple.of(6, projections),
                        Tuple.of(6, deliveries),
                        Tuple.of(1, losses),
                        Tuple.of(4, fills),
                        Tuple.of(3, looks),
                        Tuple.of(2, passing),
                        Tuple.of(8, taking),
                        Tuple.of(4, fetches),
                        Tuple.of(4, toggles),
                        Tuple.of(1, untold),
                        Tuple.of(1, memberships))
                .list()
                .ofMinSize(20)
                .ofMaxSize(150);
    }

    private static Move move(String name, Consumer<Simulation> effect) {
        return new Move(name, effect);
    }
}
