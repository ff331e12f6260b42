package dev.almanac.api.query;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.interactive.TaskReads;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists the reminders that are set, as the topology knows them. */
@RestController
class ReminderController {
    private static final Set<String> PARAMETERS = Set.of("state", "limit", "cursor");
    private static final String PENDING = "pending";
    private static final int USUAL_LIMIT = 50;

    private final TaskReads reads;

    ReminderController(TaskReads reads) {
        this.reads = reads;
    }

    @GetMapping(path = "/api/v1/workspaces/{workspace}/reminders", produces = "application/json")
    Mono<ResponseEntity<byte[]>> reminders(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @RequestParam MultiValueMap<String, String> query,
            ServerHttpRequest http) {
        var parameters = new Parameters(query, PARAMETERS);
        if (!parameters.text("state").orElse(PENDING).equals(PENDING)) {
            throw Parameters.refused("state: expected pending");
        }
        return reads.pendingReminders(
                workspace,
                caller.userId(),
                parameters.limit(USUAL_LIMIT),
                parameters.text("cursor"),
                SyncToken.of(http.getHeaders()));
    }
}
