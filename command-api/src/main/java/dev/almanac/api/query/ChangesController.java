package dev.almanac.api.query;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.Change;
import dev.almanac.api.sync.ChangesPage;
import dev.almanac.api.sync.ChangesSelect;
import dev.almanac.api.sync.SyncToken;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells what changed in a workspace since a seq: the latest state of each thing. */
@RestController
class ChangesController {
    private static final Set<String> PARAMETERS = Set.of("since", "limit");

    private final MemberReads reads;

    ChangesController(MemberReads reads) {
        this.reads = reads;
    }

    @GetMapping(path = "/api/v1/workspaces/{workspaceId}/changes", produces = "application/json")
    Mono<ResponseEntity<byte[]>> changes(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var parameters = new Parameters(query, PARAMETERS);
        var since = parameters
                .text("since")
                .map(value -> SyncToken.parse("since", value))
                .orElse(0L);
        var limit = parameters.limit(Parameters.MOST_ITEMS);
        var select = new ChangesSelect(workspaceId, since, limit);
        return reads.rows(
                        workspaceId,
                        caller.userId(),
                        // Who has a seq is not to be told of an earlier one.
                        Math.max(since, SyncToken.of(headers)),
                        select.items())
                .map(seen -> Answers.json(seen.map(rows -> render(select.page(rows, seen.seq()), caller.userId()))));
    }

    private static String render(ChangesPage page, UUID userId) {
        return "{\"changes\":%s,\"syncToken\":%d,\"more\":%b}"
                .formatted(
                        Answers.array(page.changes().stream()
                                .map(change -> change.seenBy(userId))
                                .map(ChangesController::render)
                                .toList()),
                        page.upTo(),
                        page.more());
    }

    private static String render(Change change) {
        return "{\"seq\":%d,\"kind\":\"%s\",\"id\":\"%s\",\"state\":%s}"
                .formatted(
                        change.seq(),
                        change.kindName(),
                        change.id(),
                        change.state().orElse("null"));
    }
}
