package dev.almanac.api.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers a request with a {@link Problem}. */
public final class ProblemResponse {
    private ProblemResponse() {}

    /** Writes status, headers and body; fails where the response is already under way. */
    public static Mono<Void> write(Problem problem, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(problem.type().status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.retryAfter()
                .ifPresent(wait -> response.getHeaders()
                        .set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(ProblemJson.toBytes(problem))));
    }
}
