package dev.almanac.api.interactive;

import dev.almanac.api.accept.PreviewRequest;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.Violation;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Asks the topology what recurrence rules come to, so that what is shown is what it will do. */
@Component
public class RecurrencePreviews {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATH = "/internal/v1/recurrence-previews";
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final TopologyHttp topology;

    RecurrencePreviews(TopologySettings topology, InternalSettings internal) {
        this.topology =
                new TopologyHttp(topology, internal, LARGEST_ANSWER, "The rule can't be looked into at the moment");
    }

    private record Question(
            String rule, String start, String timeZone, int limit, Optional<String> after, List<String> exceptDates) {}

    private record Refusal(List<Fault> errors) {
        List<Violation> violations() {
            return errors.stream()
                    .map(fault -> new Violation(fault.pointer(), fault.detail()))
                    .toList();
        }
    }

    private record Fault(String pointer, String detail) {}

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
                request.after(),
                request.exceptDates());
        return topology.ask(
                http -> http.post()
                        .uri(PATH)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(JSON.writeValueAsBytes(question)),
                RecurrencePreviews::answer);
    }

    private static Optional<Mono<byte[]>> answer(ClientResponse response) {
        return switch (HttpStatus.resolve(response.statusCode().value())) {
            case OK -> Optional.of(response.bodyToMono(byte[].class));
            case BAD_REQUEST ->
                Optional.of(response.bodyToMono(byte[].class)
                        .flatMap(body -> Mono.error(Problem.validation(
                                        JSON.readValue(body, Refusal.class).violations())
                                .exception())));
            case null, default -> Optional.empty();
        };
    }
}
