package dev.almanac.api.limit;

import static dev.almanac.api.support.Facts.TASK;
import static dev.almanac.api.support.Facts.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.SliceTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** One user at a time, and no more often than settled. */
@TestPropertySource(properties = {"almanac.rate-limit.per-second=1", "almanac.rate-limit.burst=1"})
class RateLimitTest extends SliceTest {
    /** Many more than any machine can be so slow for. */
    private static final int MANY = 1_000;

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndChangesNothing() {
        topology().agree();
        var refused = IntStream.range(0, MANY)
                .mapToObj(_ -> complete("greedy"))
                .filter(answer -> answer.getStatus() == HttpStatus.TOO_MANY_REQUESTS)
                .findFirst()
                .orElseThrow();
        assertThat(refused.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("1");
        assertThat(new String(requireNonNull(refused.getResponseBody()), UTF_8))
                .contains("https://almanac.dev/problems/rate-limited");
        while (!topology().sentNone()) {
            assertThat(topology().sent().getActor().getDisplayName()).contains("greedy");
        }
    }

    @Test
    void anotherUserIsNotKeptOut() {
        topology().agree();
        complete("greedy");
        complete("greedy");
        assertThat(complete("modest").getStatus()).isEqualTo(HttpStatus.OK);
    }

    private EntityExchangeResult<byte[]> complete(String user) {
        return client(user)
                .post()
                .uri("/api/v1/workspaces/" + WORKSPACE + "/tasks/" + TASK + "/complete")
                .exchange()
                .expectBody()
                .returnResult();
    }
}
