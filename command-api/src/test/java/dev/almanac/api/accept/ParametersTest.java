package dev.almanac.api.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.api.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1e2", "", " 5", "٥", "99999999999"})
    void aLimitOutsideOfItsBoundsIsRefused(String limit) {
        assertThatThrownBy(() -> limit(limit))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("limit");
    }

    @Test
    void aLimitWithinItsBoundsIsTaken() {
        assertThat(limit("1")).isEqualTo(1);
        assertThat(limit("200")).isEqualTo(200);
        assertThat(new Parameters(Map.of(), Set.of("limit")).limit(50)).isEqualTo(50);
    }

    @Test
    void whatTheCallDoesNotTakeIsRefused() {
        assertThatThrownBy(() -> new Parameters(Map.of("colour", List.of("red")), Set.of("limit")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> new Parameters(Map.of("limit", List.of("1", "2")), Set.of("limit")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("once");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThat(new Parameters(Map.of("trash", List.of("true")), Set.of("trash")).flag("trash"))
                .isTrue();
        assertThat(new Parameters(Map.of(), Set.of("trash")).flag("trash")).isFalse();
        assertThatThrownBy(() -> new Parameters(Map.of("trash", List.of("yes")), Set.of("trash")).flag("trash"))
                .isInstanceOf(ProblemException.class);
    }

    private static int limit(String value) {
        return new Parameters(Map.of("limit", List.of(value)), Set.of("limit")).limit(50);
    }
}
