package dev.almanac.api.query;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonArrayAgg;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Seen;
import dev.almanac.api.read.Tables.Members;
import dev.almanac.api.read.Tables.Workspaces;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
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
import tools.jackson.databind.json.JsonMapper;

/** Lists the caller's workspaces, and tells one with its members. */
@RestController
@RequestMapping(path = "/api/v1/workspaces", produces = "application/json")
class WorkspaceController {
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");
    private static final int USUAL_LIMIT = 50;
    private static final int MOST_MEMBERS = 1_000;
    private static final String ROLE = "role";
    private static final String MEMBERS = "members";

    private final MemberReads reads;
    private final UserWorkspaces workspaces;
    private final JsonMapper json;

    WorkspaceController(MemberReads reads, UserWorkspaces workspaces, JsonMapper json) {
        this.reads = reads;
        this.workspaces = workspaces;
        this.json = json;
    }

    /** A sync token is one of the personal workspace: it is the one that every caller has. */
    @GetMapping
    Mono<ResponseEntity<byte[]>> workspaces(
            @AuthenticationPrincipal Caller caller,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var parameters = new Parameters(query, PARAMETERS);
        var page = workspaces
                .of(caller.userId(), parameters.limit(USUAL_LIMIT), parameters.text("cursor"))
                .map(found -> new Page<>(
                        found.items().stream().map(json::writeValueAsString).toList(), found.next()));
        return reads.authorize(caller.userId(), caller.userId(), SyncToken.of(headers))
                .flatMap(seq -> page.map(found -> Answers.page(new Seen<>(seq, found))));
    }

    @GetMapping("/{workspaceId}")
    Mono<ResponseEntity<byte[]>> workspace(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        new Parameters(query, Set.of());
        return reads.row(workspaceId, caller.userId(), SyncToken.of(headers), workspace(workspaceId, caller.userId()))
                .map(seen -> Answers.json(seen.map(row -> render(row, workspaceId.equals(caller.userId())))));
    }

    private static Items workspace(UUID workspaceId, UUID userId) {
        var members = select(Members.STATE)
                .from(Members.TABLE)
                .where(Members.WORKSPACE_ID.eq(workspaceId))
                .orderBy(Members.USER_ID)
                .limit(MOST_MEMBERS)
                .asTable("member");
        Field<JSON> together =
                field(select(coalesce(jsonArrayAgg(members.field(Members.STATE)), inline(JSON.json("[]"))))
                        .from(members));
        var role = field(select(Members.ROLE)
                .from(Members.TABLE)
                .where(Members.WORKSPACE_ID.eq(workspaceId), Members.USER_ID.eq(userId)));
        return Items.one(select(Workspaces.WORKSPACE_ID.as("id"), Workspaces.STATE, role.as(ROLE), together.as(MEMBERS))
                .from(Workspaces.TABLE)
                .where(Workspaces.WORKSPACE_ID.eq(workspaceId)));
    }

    private static String render(Record row, boolean personal) {
        return Answers.with(
                row.get(Workspaces.STATE).data(),
                "\"role\":\"%s\",\"personal\":%b,\"members\":%s"
                        .formatted(
                                row.get(ROLE, String.class),
                                personal,
                                row.get(MEMBERS, JSON.class).data()));
    }
}
