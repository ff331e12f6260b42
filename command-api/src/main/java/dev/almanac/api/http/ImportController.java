package dev.almanac.api.http;

import dev.almanac.api.accept.UserZones;
import dev.almanac.api.accept.Writers;
import dev.almanac.api.importing.Importer;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.quickadd.DateOrder;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import dev.almanac.schemas.model.Role;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes a file into a workspace, and tells line by line how far it is. */
@RestController
class ImportController {
    private static final String DRY_RUN = "dryRun";

    private final Importer importer;
    private final WorkspaceLists lists;
    private final Memberships memberships;
    private final UserZones zones;

    ImportController(Importer importer, WorkspaceLists lists, Memberships memberships, UserZones zones) {
        this.importer = importer;
        this.lists = lists;
        this.memberships = memberships;
        this.zones = zones;
    }

    @PostMapping(
            path = "/api/v1/workspaces/{workspace}/import",
            consumes = {MediaTypes.JSON, MediaTypes.CSV, MediaTypes.CALENDAR},
            produces = MediaTypes.NDJSON)
    Mono<Void> take(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            ServerHttpRequest http,
            ServerHttpResponse response) {
        var incoming = Incoming.of(caller, http, Set.of(DRY_RUN));
        var dryRun = incoming.parameters().flag(DRY_RUN);
        var atLeast = SyncToken.of(http.getHeaders());
        var type = MediaType.parseMediaType(String.valueOf(http.getHeaders().getFirst("Content-Type")));
        var target = memberships
                .roleOf(workspace, caller.userId(), atLeast)
                .doOnNext(ImportController::mayEdit)
                .then(Mono.zip(lists.of(workspace, caller.userId(), atLeast), zones.zoneOf(caller.userId())))
                .map(known -> new Importer.Target(
                        workspace,
                        incoming.actor(),
                        incoming.origin(),
                        known.getT2(),
                        DateOrder.isDayFirst(Writers.localeOf(http.getHeaders())),
                        known.getT1()));
        var lines = target.flatMapMany(to -> importer.take(http.getBody(), type, to, dryRun))
                .doOnNext(_ -> begin(response))
                .map(progress -> Mono.just(response.bufferFactory().wrap(ProgressJson.line(progress))));
        return response.writeAndFlushWith(lines);
    }

    /** Only now, since until the first line the answer may still be a problem. */
    private static void begin(ServerHttpResponse response) {
        if (!response.isCommitted()) {
            response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        }
    }

    private static void mayEdit(Role role) {
        if (role == Role.VIEWER) {
            throw Problem.of(ProblemType.FORBIDDEN, "This takes the role editor, or more.")
                    .exception();
        }
    }
}
