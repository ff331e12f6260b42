package dev.almanac.api.support;

import dev.almanac.api.contract.Contract;
import dev.almanac.api.contract.conformance.Answer;
import dev.almanac.api.contract.conformance.Conformance;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeMap;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds every answer that a test sees against the contract. */
public final class ContractChecks {
    private static final Conformance CONFORMANCE = new Conformance(Contract.json());
    /** Of routes that tests bring along. */
    private static final String TESTS_OWN = "/api/test/";

    private ContractChecks() {}

    static Mono<ClientResponse> check(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(response -> response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(body -> checked(request, response, body)));
    }

    public static Conformance conformance() {
        return CONFORMANCE;
    }

    /** @param body of the response */
    public static void check(HttpResponse<?> response, byte[] body) {
        check(new Answer(
                response.request().method(),
                response.uri().getRawPath(),
                response.statusCode(),
                response.headers().map(),
                body));
    }

    private static void check(Answer answer) {
        if (!answer.path().startsWith(TESTS_OWN)) {
            CONFORMANCE.check(answer);
        }
    }

    private static ClientResponse checked(ClientRequest request, ClientResponse response, byte[] body) {
        var headers = new TreeMap<String, List<String>>();
        HttpHeaders given = response.headers().asHttpHeaders();
        given.forEach(headers::put);
        check(new Answer(
                request.method().name(),
                request.url().getRawPath(),
                response.statusCode().value(),
                headers,
                body));
        return response.mutate()
                .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                .build();
    }
}
