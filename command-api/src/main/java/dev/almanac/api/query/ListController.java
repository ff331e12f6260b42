package dev.almanac.api.query;

import dev.almanac.api.read.Tables.Lists;
import dev.almanac.api.security.Caller;
import java.util.List;
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
    private static final List<Key<?>> ORDER = List.of(Key.text(Lists.POSITION, false), Key.id(Lists.ID, false));

    private final StatedThings lists;

    ListController(MemberReads reads) {
        this.lists = new StatedThings(reads, Lists.TABLE, Lists.ID, Lists.VERSION, Lists.STATE, ORDER);
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> lists(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        return lists.page(
                "lists/" + workspaceId, Lists.WORKSPACE_ID.eq(workspaceId), workspaceId, caller, query, headers);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> list(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        return lists.one(id, Lists.WORKSPACE_ID.eq(workspaceId), workspaceId, caller, query, headers);
    }
}
