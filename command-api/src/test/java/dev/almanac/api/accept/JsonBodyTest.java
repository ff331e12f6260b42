package dev.almanac.api.accept;

import static dev.almanac.api.accept.Refusals.json;
import static dev.almanac.api.accept.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "{'a':1}", "nonsense", "{\"a\":NaN}", "\u0000"})
    void whatIsNoJsonIsMalformed(String text) {
        assertThat(refused(() -> json(text)).type()).isEqualTo(ProblemType.MALFORMED);
    }

    @Test
    void theProblemTellsWhere() {
        assertThat(refused(() -> json("{\"a\":\n  x}")).detail()).contains("line 2, column");
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        assertThat(refused(() -> JsonBody.parse(new byte[] {'"', (byte) 0xc3, '"'}))
                        .type())
                .isEqualTo(ProblemType.MALFORMED);
    }

    @Test
    void nestingHasABound() {
        json("[".repeat(16) + "]".repeat(16));
        assertThat(refused(() -> json("[".repeat(17) + "]".repeat(17))).type()).isEqualTo(ProblemType.MALFORMED);
    }
}
