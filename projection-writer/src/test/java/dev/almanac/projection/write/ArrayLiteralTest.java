package dev.almanac.projection.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ArrayLiteralTest {
    @Test
    void elementsAreQuoted() {
        assertThat(ArrayLiteral.of(List.of("a", "b c", "", "NULL", "{x,y}")))
                .isEqualTo("{\"a\",\"b c\",\"\",\"NULL\",\"{x,y}\"}");
    }

    @Test
    void quotesAndBackslashesAreEscaped() {
        assertThat(ArrayLiteral.of(List.of("say \"hi\" to C:\\"))).isEqualTo("{\"say \\\"hi\\\" to C:\\\\\"}");
    }

    @Test
    void whatIsAbsentIsNull() {
        assertThat(ArrayLiteral.of(Arrays.asList(1, 2), n -> n == 1 ? null : Objects.toString(n)))
                .isEqualTo("{NULL,\"2\"}");
    }

    @Test
    void nothingIsAnEmptyArray() {
        assertThat(ArrayLiteral.of(List.of())).isEqualTo("{}");
    }
}
