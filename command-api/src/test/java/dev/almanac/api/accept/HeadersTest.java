package dev.almanac.api.accept;

import static dev.almanac.api.accept.Refusals.json;
import static dev.almanac.api.accept.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.problem.ProblemType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code If-Match} and {@code Idempotency-Key}. */
class HeadersTest {
    @Test
    void aStrongTagIsAVersion() {
        assertThat(IfMatch.version(List.of("\"7\""))).contains(7L);
        assertThat(IfMatch.version(List.of("*"))).isEmpty();
        assertThat(IfMatch.version(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "W/\"7\"", "\"\"", "\"0\"", "\"-1\"", "\"x\"", "\"1\", \"2\"", "", "\"9999999999999999999\""
            })
    void anyOtherTagIsRefused(String value) {
        assertThat(refused(() -> IfMatch.version(List.of(value))).type()).isEqualTo(ProblemType.VALIDATION);
    }

    @Test
    void twoTagsAreRefused() {
        assertThat(refused(() -> IfMatch.version(List.of("\"1\"", "\"2\""))).type())
                .isEqualTo(ProblemType.VALIDATION);
    }

    @Test
    void aKeyIsKeptAsItIs() {
        assertThat(IdempotencyKey.of(List.of("\"a b\"".replace(" ", "-")))).contains(new IdempotencyKey("\"a-b\""));
        assertThat(IdempotencyKey.of(List.of("x".repeat(255)))).isPresent();
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "é", "a\tb"})
    void aKeyOfOtherCharactersIsRefused(String key) {
        assertThat(refused(() -> IdempotencyKey.of(List.of(key))).type()).isEqualTo(ProblemType.VALIDATION);
    }

    @Test
    void aKeyThatIsTooLongOrSentTwiceIsRefused() {
        assertThat(refused(() -> IdempotencyKey.of(List.of("x".repeat(256)))).type())
                .isEqualTo(ProblemType.VALIDATION);
        assertThat(refused(() -> IdempotencyKey.of(List.of("a", "b"))).type()).isEqualTo(ProblemType.VALIDATION);
    }

    @Test
    void theFingerprintIsOfMethodPathAndWhatTheBodySays() {
        var key = new IdempotencyKey("k");
        var first = key.of("POST", "/a", json("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}"));

        assertThat(key.of("POST", "/a", json("{ \"b\":{\"d\":3,\"c\":2}, \"a\":1 }")))
                .isEqualTo(first);
        assertThat(List.of(
                        key.of("PATCH", "/a", json("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}")),
                        key.of("POST", "/b", json("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}")),
                        key.of("POST", "/a", json("{\"a\":1,\"b\":{\"c\":2,\"d\":4}}")),
                        key.of("POST", "/a", JsonBody.none())))
                .doesNotContain(first)
                .doesNotHaveDuplicates();
    }
}
