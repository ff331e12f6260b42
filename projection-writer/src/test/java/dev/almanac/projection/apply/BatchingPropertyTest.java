package dev.almanac.projection.apply;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.projection.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However events are cut into batches, and however often they come again, the rows are the same. */
class BatchingPropertyTest {
    @Property(tries = 300)
    void batchesGiveTheRowsThatEventsOneByOneGive(
            @ForAll @Size(max = 60) List<Integer> choices,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 20) Integer> batchSizes) {
        List<Fact> facts = facts(choices);

        assertThat(inBatches(facts, batchSizes)).isEqualTo(oneByOne(facts));
    }

    @Property(tries = 300)
    void batchesThatComeAgainChangeNothing(
            @ForAll @Size(max = 60) List<Integer> choices,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 20) Integer> batchSizes,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 30) Integer> stepsBack) {
        List<Fact> facts = facts(choices);
        RowsInMemory rows = new RowsInMemory();
        int at = 0;
        for (int i = 0; at < facts.size(); i++) {
            int end = Math.min(facts.size(), at + batchSizes.get(i % batchSizes.size()));
            int begin = Math.max(0, at - stepsBack.get(i % stepsBack.size()));
            rows.apply(facts.subList(begin, end));
            at = end;
        }

        assertThat(rows).isEqualTo(oneByOne(facts));
    }

    @Property(tries = 300)
    void withEventsMissingTheCutMakesNoDifferenceEither(
            @ForAll @Size(min = 1, max = 60) List<Integer> choices,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 59) Integer> missing,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 20) Integer> batchSizes) {
        List<Fact> facts = new ArrayList<>(facts(choices));
        facts.removeIf(fact -> missing.contains((int) fact.place().offset()));

        assertThat(inBatches(facts, batchSizes)).isEqualTo(oneByOne(facts));
    }

    @Property(tries = 300)
    void noRowIsAheadOfItsWorkspacesProgress(
            @ForAll @Size(min = 1, max = 60) List<Integer> choices, @ForAll @IntRange(min = 0, max = 59) int missing) {
        List<Fact> facts = new ArrayList<>(facts(choices));
        facts.removeIf(fact -> fact.place().offset() == missing);
        Plan plan = Planner.plan(facts, new Known(Map.of(), Set.of()));

        assertThat(plan.changes())
                .allSatisfy(change -> assertThat(change.seq())
                        .isLessThanOrEqualTo(requireNonNull(plan.progress().get(change.workspaceId()))
                                .seq()));
        assertThat(plan.applied().size() + plan.passedOver()).isEqualTo(facts.size());
    }

    private static List<Fact> facts(List<Integer> choices) {
        List<History.Entry> history = History.of(choices);
        return IntStream.range(0, history.size())
                .mapToObj(offset -> Facts.read(
                        new Place("task-events", 0, offset), history.get(offset).event()))
                .toList();
    }

    private static RowsInMemory oneByOne(List<Fact> facts) {
        return inBatches(facts, List.of(1));
    }

    private static RowsInMemory inBatches(List<Fact> facts, List<Integer> sizes) {
        RowsInMemory rows = new RowsInMemory();
        int at = 0;
        for (int i = 0; at < facts.size(); i++) {
            int end = Math.min(facts.size(), at + sizes.get(i % sizes.size()));
            rows.apply(facts.subList(at, end));
            at = end;
        }
        return rows;
    }
}
