package dev.almanac.endtoend.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.api.contract.conformance.Answer;
import dev.almanac.api.contract.conformance.Conformance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds every answer against the contract that the running API itself tells. */
final class Contract {
    private static final Map<URI, Conformance> BY_API = new ConcurrentHashMap<>();

    private Contract() {}

    /** @throws IOException where the contract can't be had at the moment */
    static void check(URI api, HttpResponse<String> response) throws IOException {
        Conformance conformance = BY_API.get(api);
        if (conformance == null) {
            HttpRequest request =
                    HttpRequest.newBuilder(api.resolve("/openapi.json")).build();
            conformance = new Conformance(
                    Client.exchange(request, BodyHandlers.ofByteArray()).body());
            BY_API.put(api, conformance);
        }
        conformance.check(new Answer(
                response.request().method(),
                response.uri().getRawPath(),
                response.statusCode(),
                response.headers().map(),
                response.body().getBytes(UTF_8)));
    }
}
