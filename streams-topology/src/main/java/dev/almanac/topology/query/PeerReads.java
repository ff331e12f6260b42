package dev.almanac.topology.query;

import java.net.URI;
import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks another instance. */
final class PeerReads {
    private final WebClient http;
    private final Duration timeout;

    /** @param http sends the services' token with each request */
    PeerReads(WebClient http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    /** The peer's answer, or {@link StoreMovingException} where it read no store. */
    Mono<ResponseEntity<byte[]>> ask(HostInfo peer, ReadRequest<?> request) {
        URI target = URI.create("http://" + peer.host() + ":" + peer.port() + request.target());
        return http.get()
                .uri(target)
                .header(Headers.FORWARDED, "1")
                .header(Headers.SYNC_TOKEN, Long.toString(request.syncToken()))
                .exchangeToMono(response -> response.toEntity(byte[].class))
                .timeout(timeout)
                .onErrorMap(e -> new StoreMovingException(peer + " does not answer", e))
                .filter(answer -> answer.getHeaders().containsHeader(Headers.READ_FROM))
                .switchIfEmpty(Mono.error(() -> new StoreMovingException(peer + " could read no store")))
                .map(PeerReads::passedOn);
    }

    private static ResponseEntity<byte[]> passedOn(ResponseEntity<byte[]> answer) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        // The length and the connection are those of this answer.
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        headers.remove(HttpHeaders.CONNECTION);
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }
}
