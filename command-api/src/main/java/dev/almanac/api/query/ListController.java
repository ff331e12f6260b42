package dev.almanac.api.query;

import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Tables.Lists;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists the lists of a workspace in their order, and tells one. */
@RestController
@RequestMapping(path = "/api/v1/workspaces/{workspaceId}/lists", produces = "application/json")
class ListController {
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");
    private static final List<Key<?>> ORDER = List.of(Key.text(Lists.POSITION, false), Key.id(Lists.ID, false));

    private final MemberReads reads;

    ListController(MemberReads reads) {
        this.reads = reads;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> lists(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var parameters = new Parameters(query, PARAMETERS);
        var limit = parameters.limit(Parameters.MOST_ITEMS);
        var lists = new Keyset(
                "lists/" + workspaceId,
                Lists.TABLE,
                Lists.ID,
                List.of(Lists.STATE),
                Lists.WORKSPACE_ID.eq(workspaceId),
                ORDER);
        return reads.rows(
                        workspaceId,
                        caller.userId(),
                        SyncToken.of(headers),
                        lists.items(limit, parameters.text("cursor")))
                .map(seen -> Answers.page(seen.map(rows ->
                        lists.page(rows, limit, row -> row.get(Lists.STATE).data()))));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> list(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        new Parameters(query, Set.of());
        var list = Items.one(select(Lists.ID.as("id"), Lists.VERSION, Lists.STATE)
                .from(Lists.TABLE)
                .where(Lists.WORKSPACE_ID.eq(workspaceId), Lists.ID.eq(id)));
        return reads.row(workspaceId, caller.userId(), SyncToken.of(headers), list)
                .map(seen -> Answers.versioned(
                        seen.value().get(Lists.VERSION),
                        seen.map(row -> row.get(Lists.STATE).data())));
    }
}
