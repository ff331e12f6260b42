package dev.almanac.api.interactive;

import dev.almanac.api.accept.PreviewRequest;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.problem.Violation;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Asks the topology what recurrence rules come to, so that what is shown is what it will do. */
@Component
public class RecurrencePreviews {
    private static final Logger log = LoggerFactory.getLogger(RecurrencePreviews.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATH = "/internal/v1/recurrence-previews";
    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final WebClient topology;

    RecurrencePreviews(TopologySettings topology, InternalSettings internal) {
        this.topology = TopologyHttp.client(topology, internal, LARGEST_ANSWER);
    }

    private record Question(String rule, String start, String timeZone, int limit, Optional<String> after) {}

    private record Refusal(List<Violation> errors) {}

    /**
     * The occurrences, as JSON.
     *
     * @param zone where the request names none
     * @return fails with a problem: {@code validation} where the rule is none or gives no date, {@code unavailable} where
     *     nobody could answer
     */
    public Mono<byte[]> of(PreviewRequest request, ZoneId zone) {
        var question = new Question(
                request.rule(),
                request.start(),
                request.timeZone().orElse(zone.getId()),
                request.limit(),
                request.after());
        return topology.post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsBytes(question))
                .exchangeToMono(RecurrencePreviews::answer)
                .onErrorMap(WebClientRequestException.class, failure -> {
                    log.warn("The topology could not be asked: {}", failure.getMessage());
                    return unavailable();
                });
    }

    private static Mono<byte[]> answer(ClientResponse response) {
        return switch (HttpStatus.resolve(response.statusCode().value())) {
            case OK -> response.bodyToMono(byte[].class);
            case BAD_REQUEST ->
                response.bodyToMono(byte[].class)
                        .flatMap(body -> Mono.error(Problem.validation(
                                        JSON.readValue(body, Refusal.class).errors())
                                .exception()));
            case SERVICE_UNAVAILABLE -> response.releaseBody().then(Mono.error(unavailable()));
            case null, default ->
                response.releaseBody()
                        .then(Mono.error(new IllegalStateException("The topology answered " + response.statusCode())));
        };
    }

    private static ProblemException unavailable() {
        return Problem.temporary(ProblemType.UNAVAILABLE, "The rule can't be looked into at the moment", RETRY)
                .exception();
    }
}
