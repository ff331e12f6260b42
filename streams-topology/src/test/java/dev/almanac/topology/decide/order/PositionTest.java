package dev.almanac.topology.decide.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionTest {
    @Property
    void whateverIsPutWhereverStandsThere(@ForAll @Size(max = 200) List<@DoubleRange(min = 0, max = 1) Double> spots) {
        List<String> positions = new ArrayList<>();
        for (double spot : spots) {
            int at = (int) Math.round(spot * positions.size());
            positions.add(at, Position.between(before(positions, at), after(positions, at)));
        }
        assertThat(positions).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void manyAtOnceStandThereInTheirOrder(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) Double> spots,
            @ForAll @IntRange(min = 1, max = 250) int count,
            @ForAll @DoubleRange(min = 0, max = 1) double spot) {
        List<String> positions = new ArrayList<>();
        for (double earlier : spots) {
            int at = (int) Math.round(earlier * positions.size());
            positions.add(at, Position.between(before(positions, at), after(positions, at)));
        }
        int at = (int) Math.round(spot * positions.size());
        positions.addAll(at, Position.between(before(positions, at), after(positions, at), count));

        assertThat(positions)
                .hasSize(spots.size() + count)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates();
    }

    private static @Nullable String before(List<String> positions, int at) {
        return at == 0 ? null : positions.get(at - 1);
    }

    private static @Nullable String after(List<String> positions, int at) {
        return at == positions.size() ? null : positions.get(at);
    }

    @Test
    void staysShortAtTheEndAndAtTheBeginning() {
        String last = Position.between(null, null);
        String first = last;
        for (int i = 0; i < 100_000; i++) {
            String next = Position.between(last, null);
            assertThat(next).isGreaterThan(last);
            last = next;
            String previous = Position.between(null, first);
            assertThat(previous).isLessThan(first);
            first = previous;
        }
        assertThat(last).hasSizeLessThanOrEqualTo(4);
        assertThat(first).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void growsByACharacterWithAboutSixAtTheVerySameSpot() {
        String lower = Position.between(null, null);
        String upper = Position.between(lower, null);
        String afterLower = upper;
        String beforeUpper = lower;
        for (int i = 0; i < 600; i++) {
            afterLower = Position.between(lower, afterLower);
            beforeUpper = Position.between(beforeUpper, upper);
        }
        assertThat(afterLower).isGreaterThan(lower).hasSizeLessThan(125);
        assertThat(beforeUpper).isLessThan(upper).hasSizeLessThan(125);
    }

    @Test
    void manyAtOnceBetweenTwoAreNoLongerThanTheyHaveToBe() {
        assertThat(Position.between("a0", "a1", 250))
                .allSatisfy(position -> assertThat(position).hasSizeLessThanOrEqualTo(4));
    }

    @Test
    void crossesFromLongerToShorterNumbers() {
        assertThat(Position.between("az", null)).isEqualTo("b00");
        assertThat(Position.between(null, "b00")).isEqualTo("az");
        assertThat(Position.between(null, "a0")).isEqualTo("Zz");
        assertThat(Position.between("Zz", null)).isEqualTo("a0");
        assertThat(Position.between(null, "Z0")).isEqualTo("Yzz");
        assertThat(Position.between("Yzz", null)).isEqualTo("Z0");
        assertThat(Position.between("a0", "a1")).isEqualTo("a0V");
        assertThat(Position.between("a0z", "a1")).isEqualTo("a0zV");
        assertThat(Position.between("Zz", "a1")).isEqualTo("a0");
        assertThat(Position.between(null, "a0V")).isEqualTo("a0");
    }
}
