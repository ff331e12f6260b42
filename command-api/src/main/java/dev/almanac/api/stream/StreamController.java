package dev.almanac.api.stream;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.http.WorkspaceLists;
import dev.almanac.api.query.FilterParameter;
import dev.almanac.api.query.MemberReads;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The live stream of a workspace, as server-sent events. */
@RestController
class StreamController {
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String SINCE = "since";

    private final StreamHub hub;
    private final MemberReads reads;
    private final FilterParameter filters;
    private final WorkspaceLists lists;
    private final Clock clock;

    StreamController(StreamHub hub, MemberReads reads, FilterParameter filters, WorkspaceLists lists, Clock clock) {
        this.hub = hub;
        this.reads = reads;
        this.filters = filters;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/workspaces/{workspaceId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<Void> stream(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers,
            ServerHttpResponse response) {
        var parameters = new Parameters(query, Set.of(SINCE, FilterParameter.NAME));
        var since = since(parameters, headers);
        var token = SyncToken.of(headers);
        return Mono.using(
                () -> hub.enter(workspaceId, caller.userId()),
                seat -> authorize(workspaceId, caller.userId(), token, since)
                        .flatMap(seq -> watch(parameters, workspaceId, caller.userId(), seq)
                                .flatMap(watch -> send(seat.open(seq, since, watch), caller.expiresAt(), response))));
    }

    private Mono<Optional<Watch>> watch(Parameters parameters, UUID workspaceId, UUID userId, long seq) {
        return filters.readStanding(parameters, userId)
                .flatMap(Mono::justOrEmpty)
                .flatMap(filter ->
                        lists.of(workspaceId, userId, seq).map(named -> Optional.of(new Watch(filter, named))))
                .defaultIfEmpty(Optional.empty());
    }

    /** A client that reconnects by itself repeats its first address, but tells where it is in the header. */
    private static Optional<Long> since(Parameters parameters, HttpHeaders headers) {
        var lastEventId = headers.getOrEmpty(LAST_EVENT_ID);
        return lastEventId.isEmpty()
                ? parameters.text(SINCE).map(value -> SyncToken.parse(SINCE, value))
                : Optional.of(SyncToken.of(LAST_EVENT_ID, lastEventId));
    }

    /** Waits for the read model only where without that the answer would be no: a resuming client need not wait. */
    private Mono<Long> authorize(UUID workspaceId, UUID userId, long token, Optional<Long> since) {
        var now = reads.authorize(workspaceId, userId, token);
        return since.filter(seq -> seq > token)
                .map(seq -> now.onErrorResume(MemberReads::isNotFound, _ -> reads.authorize(workspaceId, userId, seq)))
                .orElse(now);
    }

    private Mono<Void> send(ClientStream stream, Instant expiresAt, ServerHttpResponse response) {
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        // A proxy that collects the response before passing it on would make it useless.
        response.getHeaders().set("X-Accel-Buffering", "no");
        var buffers = response.bufferFactory();
        var pieces = stream.pieces().map(piece -> Mono.just(buffers.wrap(piece)));
        var expiry = Mono.delay(Duration.between(clock.instant(), expiresAt))
                .doOnNext(_ -> stream.end("expired"))
                .then(Mono.<Void>never());
        return Mono.firstWithSignal(response.writeAndFlushWith(pieces), stream.stalled(), expiry);
    }
}
