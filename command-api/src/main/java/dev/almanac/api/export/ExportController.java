package dev.almanac.api.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.query.MemberReads;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.List;
import java.util.Map;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All of a workspace as a file. */
@RestController
class ExportController {
    private static final String FORMAT = "format";
    private static final Map<String, Format> FORMATS =
            Map.of("json", new JsonFormat(), "csv", new CsvFormat(), "ics", CalendarFormat.ofFile());
    /** A row is small, and a write of each would cost more than the row. */
    static final int ROWS_A_WRITE = 50;

    private final MemberReads reads;
    private final WholeWorkspace workspaces;

    ExportController(MemberReads reads, WholeWorkspace workspaces) {
        this.reads = reads;
        this.workspaces = workspaces;
    }

    @GetMapping("/api/v1/workspaces/{workspaceId}/export")
    Mono<Void> export(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers,
            ServerHttpResponse response) {
        var format = format(new Parameters(query, Set.of(FORMAT)));
        return reads.authorize(workspaceId, caller.userId(), SyncToken.of(headers))
                .then(Mono.defer(() -> send(format, workspaceId, caller.userId(), response)));
    }

    private static Format format(Parameters parameters) {
        return Optional.ofNullable(FORMATS.get(parameters.text(FORMAT).orElse("json")))
                .orElseThrow(() -> Parameters.refused("format: expected json, csv or ics"));
    }

    /** The headers go with the first bytes, so they can still tell of what is read before these. */
    private Mono<Void> send(Format format, UUID workspaceId, UUID userId, ServerHttpResponse response) {
        var headers = response.getHeaders();
        var pieces = workspaces.read(workspaceId, userId, format.kinds(), seq -> {
            headers.setContentType(MediaType.parseMediaType(format.mediaType()));
            headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"almanac." + format.extension() + '"');
            headers.set(SyncToken.HEADER, Long.toString(seq));
        });
        Flux<List<String>> texts = format.write(pieces).buffer(ROWS_A_WRITE);
        return response.writeWith(texts.map(
                rows -> response.bufferFactory().wrap(String.join("", rows).getBytes(UTF_8))));
    }
}
