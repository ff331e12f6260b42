package dev.almanac.api.query;

import static org.jooq.impl.DSL.collation;

import dev.almanac.api.read.Tables.Filters;
import dev.almanac.api.security.Caller;
import java.util.List;
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
    private static final List<Key<?>> ORDER = List.of(
            Key.text(Filters.NAME.collate(collation(TaskOrder.ALPHABETICAL)), false), Key.id(Filters.ID, false));

    private final StatedThings filters;

    FilterController(MemberReads reads) {
        this.filters = new StatedThings(reads, Filters.TABLE, Filters.ID, Filters.VERSION, Filters.STATE, ORDER);
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> filters(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        return filters.page(
                "filters/" + workspaceId + "/" + caller.userId(),
                own(workspaceId, caller),
                workspaceId,
                caller,
                query,
                headers);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> filter(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        return filters.one(id, own(workspaceId, caller), workspaceId, caller, query, headers);
    }

    private static Condition own(UUID workspaceId, Caller caller) {
        return Filters.WORKSPACE_ID.eq(workspaceId).and(Filters.OWNER.eq(caller.userId()));
    }
}
