package dev.almanac.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.topology.config.QueryProperties;
import dev.almanac.topology.run.RunningStreams;
import dev.almanac.topology.store.StateCodecs;
import dev.almanac.topology.store.StoreKeys;
import dev.almanac.topology.store.StoredWorkspace;
import dev.almanac.topology.testkit.Labels;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.scheduler.Schedulers;

class WorkspaceReadsTest {
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final QueryProperties BOUNDS = new QueryProperties(1, 1, WAIT, WAIT, WAIT, 10);

    private final AtomicInteger looks = new AtomicInteger();

    /** As while its threads are being replaced, or another instance has what is asked for and nobody knows which. */
    private final RunningStreams nowhere = () -> {
        looks.incrementAndGet();
        return Optional.empty();
    };

    @Test
    void whatNobodyHasIsLookedForAgainUntilTheTimeIsOverAndThenPutOff() {
        StateCodecs codecs = StateCodecs.create();
        StoreAccess<StoredWorkspace> store = new StoreAccess<>(
                nowhere, StoreKeys.STORE, (id, contents) -> new StoredWorkspace(id, contents, codecs));
        WorkspaceReads<StoredWorkspace> reads = new Queryables(
                        new HostInfo("localhost", 1),
                        new PeerReads(WebClient.create(), WAIT),
                        Schedulers.immediate(),
                        BOUNDS,
                        Clock.systemUTC())
                .of(store)
                .reads();

        ResponseEntity<byte[]> answer = reads.answer(new ReadRequest<>(
                        Labels.id("team"),
                        "/",
                        0,
                        false,
                        workspace -> new Answer.Found(0, OptionalLong.empty(), new byte[0])))
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(answer.getHeaders().containsHeader(Headers.READ_FROM)).isFalse();
        // Once, once for each step of 50 ms, and a last time for a copy.
        assertThat(looks).hasValue(6);
    }
}
