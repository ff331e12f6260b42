package dev.almanac.api.http;

import dev.almanac.api.accept.WorkspaceRequests;
import dev.almanac.api.security.Caller;
import dev.almanac.api.thing.Thing;
import dev.almanac.schemas.model.Profile;
import dev.almanac.schemas.model.Workspace;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Changes to a user's own settings, which the personal workspace keeps. */
@RestController
class ProfileController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UNTIL_TOLD = "UTC";

    /** The part of {@code GET /me} that can be changed. */
    record Me(User user, UUID personalWorkspaceId, String timeZone) {
        record User(UUID id, Optional<String> name) {}
    }

    private final CommandRunner runner;

    ProfileController(CommandRunner runner) {
        this.runner = runner;
    }

    @PatchMapping(path = "/api/v1/me", consumes = MediaTypes.MERGE_PATCH, produces = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> patch(
            @AuthenticationPrincipal Caller caller, @RequestBody byte[] body, ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.run(incoming, caller.userId(), WorkspaceRequests.profile(incoming.body()))
                .map(dispatched -> CommandAnswers.changed(dispatched, workspace -> me(workspace, caller)));
    }

    private static byte[] me(Thing personal, Caller caller) {
        var profile = ((Workspace) personal.state()).getProfile();
        var name = profile.flatMap(Profile::getDisplayName).or(caller::name);
        var zone = profile.map(Profile::getTimeZone).orElse(UNTIL_TOLD);
        return JSON.writeValueAsBytes(new Me(new Me.User(caller.userId(), name), caller.userId(), zone));
    }
}
