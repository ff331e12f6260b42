package dev.almanac.api.query;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.provision.PersonalWorkspaces;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells callers who they are here, and where. */
@RestController
class MeController {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** What {@code GET /me} answers. */
    record Me(User user, UUID personalWorkspaceId, String timeZone, List<WorkspaceSummary> workspaces) {
        record User(UUID id, Optional<String> name) {}
    }

    private final MemberReads reads;
    private final Profiles profiles;
    private final UserWorkspaces workspaces;
    private final PersonalWorkspaces personal;

    MeController(MemberReads reads, Profiles profiles, UserWorkspaces workspaces, PersonalWorkspaces personal) {
        this.reads = reads;
        this.profiles = profiles;
        this.workspaces = workspaces;
        this.personal = personal;
    }

    /** A sync token is one of the personal workspace, in which a user's settings are kept. */
    @GetMapping(path = "/api/v1/me", produces = "application/json")
    Mono<ResponseEntity<Me>> me(
            @AuthenticationPrincipal Caller caller,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        new Parameters(query, Set.of());
        return seq(caller, SyncToken.of(headers))
                .flatMap(seq -> Mono.zip(
                                profiles.of(caller.userId()),
                                workspaces.of(caller.userId(), Parameters.MOST_ITEMS, Optional.empty()))
                        .map(both -> ResponseEntity.ok()
                                .header(SyncToken.HEADER, Long.toString(seq))
                                .body(me(caller, both.getT1(), both.getT2().items()))));
    }

    /** Where the personal workspace is not there yet, it has just been made. */
    private Mono<Long> seq(Caller caller, long token) {
        return reads.authorize(caller.userId(), caller.userId(), token)
                .onErrorResume(
                        MemberReads::isNotFound,
                        _ -> personal.of(caller)
                                .flatMap(made -> reads.authorize(caller.userId(), caller.userId(), Math.max(1, made)))
                                .onErrorMap(MemberReads::isNotFound, _ -> notYet()));
    }

    private static Me me(Caller caller, Profile profile, List<WorkspaceSummary> workspaces) {
        return new Me(
                new Me.User(caller.userId(), profile.displayName().or(caller::name)),
                caller.userId(),
                profile.timeZone(),
                workspaces);
    }

    private static ProblemException notYet() {
        return Problem.temporary(ProblemType.UNAVAILABLE, "Your personal workspace is still being made", RETRY_AFTER)
                .exception();
    }
}
