package dev.almanac.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.projection.apply.AcceptedGap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptGapArgumentTest {
    private static final String WORKSPACE = "0192f5d0-0000-7000-8000-000000000001";

    @Test
    void namesTheWorkspaceAndTheEventAfterTheHole() {
        assertThat(AcceptGapArgument.parse(WORKSPACE + ":7")).isEqualTo(new AcceptedGap(UUID.fromString(WORKSPACE), 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", WORKSPACE, WORKSPACE + ":", WORKSPACE + ":x", WORKSPACE + ":1", "here:7"})
    void anythingElseIsRefused(String value) {
        assertThatThrownBy(() -> AcceptGapArgument.parse(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
