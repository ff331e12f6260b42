package dev.almanac.api.query;

import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Tables.Filters;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
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

/** Lists the filters that the caller saved in a workspace, by name, and tells one. */
@RestController
@RequestMapping(path = "/api/v1/workspaces/{workspaceId}/filters", produces = "application/json")
class FilterController {
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");
    private static final List<Key<?>> ORDER = List.of(
            Key.text(Filters.NAME.collate(collation(TaskOrder.ALPHABETICAL)), false), Key.id(Filters.ID, false));

    private final MemberReads reads;

    FilterController(MemberReads reads) {
        this.reads = reads;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> filters(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var parameters = new Parameters(query, PARAMETERS);
        var limit = parameters.limit(Parameters.MOST_ITEMS);
        var filters = new Keyset(
                "filters/" + workspaceId + "/" + caller.userId(),
                Filters.TABLE,
                Filters.ID,
                List.of(Filters.STATE),
                own(workspaceId, caller),
                ORDER);
        return reads.rows(
                        workspaceId,
                        caller.userId(),
                        SyncToken.of(headers),
                        filters.items(limit, parameters.text("cursor")))
                .map(seen -> Answers.page(seen.map(rows ->
                        filters.page(rows, limit, row -> row.get(Filters.STATE).data()))));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> filter(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        new Parameters(query, Set.of());
        var filter = Items.one(select(Filters.ID.as("id"), Filters.VERSION, Filters.STATE)
                .from(Filters.TABLE)
                .where(own(workspaceId, caller), Filters.ID.eq(id)));
        return reads.row(workspaceId, caller.userId(), SyncToken.of(headers), filter)
                .map(seen -> Answers.versioned(
                        seen.value().get(Filters.VERSION),
                        seen.map(row -> row.get(Filters.STATE).data())));
    }

    private static Condition own(UUID workspaceId, Caller caller) {
        return Filters.WORKSPACE_ID.eq(workspaceId).and(Filters.OWNER.eq(caller.userId()));
    }
}
