package dev.almanac.api.interactive;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Asks the topology's internal API. Where nobody can answer, the caller may come again. */
final class TopologyHttp {
    /** When to come again. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(TopologyHttp.class);
    private static final int CONNECT_TIMEOUT_MS = 1_000;

    private final WebClient http;
    private final String outage;

    /**
     * @param largestAnswer in bytes
     * @param outage what to tell where nobody can answer, a sentence without its end
     */
    TopologyHttp(TopologySettings topology, InternalSettings internal, int largestAnswer, String outage) {
        var client = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
                .responseTimeout(topology.timeout());
        this.http = WebClient.builder()
                .baseUrl(topology.url().toString())
                .clientConnector(new ReactorClientHttpConnector(client))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(largestAnswer))
                .defaultHeaders(headers -> headers.setBearerAuth(internal.token()))
                .build();
        this.outage = outage;
    }

    /**
     * @param known what to make of an answer of this status; empty where the question expects none of it
     * @return fails with the problem {@code unavailable} where nobody could answer
     */
    <T> Mono<T> ask(
            Function<WebClient, WebClient.RequestHeadersSpec<?>> question,
            Function<ClientResponse, Optional<Mono<T>>> known) {
        return question.apply(http)
                .exchangeToMono(response -> known.apply(response).orElseGet(() -> unknown(response)))
                .onErrorMap(WebClientRequestException.class, failure -> {
                    log.warn("The topology could not be asked: {}", failure.getMessage());
                    return unavailable();
                });
    }

    private <T> Mono<T> unknown(ClientResponse response) {
        var status = response.statusCode();
        return response.releaseBody()
                .then(Mono.error(() -> status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()
                        ? unavailable()
                        : new IllegalStateException("The topology answered " + status)));
    }

    private ProblemException unavailable() {
        return Problem.temporary(ProblemType.UNAVAILABLE, outage, RETRY).exception();
    }
}
