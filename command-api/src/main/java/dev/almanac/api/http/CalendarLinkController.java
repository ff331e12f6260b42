package dev.almanac.api.http;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.secret.CalendarKeys;
import dev.almanac.api.security.Caller;
import dev.almanac.api.thing.Thing;
import dev.almanac.schemas.command.LinkCalendar;
import dev.almanac.schemas.command.UnlinkCalendar;
import dev.almanac.schemas.model.Member;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The address at which a member's calendar of a workspace can be read; told once, when it is made. */
@RestController
@RequestMapping(path = "/api/v1/workspaces/{workspace}/calendar-link", produces = MediaTypes.JSON)
class CalendarLinkController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CommandRunner runner;
    private final CalendarKeys keys;

    CalendarLinkController(CommandRunner runner, CalendarKeys keys) {
        this.runner = runner;
        this.keys = keys;
    }

    /** @param href relative to this call's address */
    record Told(UUID id, Instant since, String href) {}

    @PostMapping
    Mono<ResponseEntity<byte[]>> link(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID workspace, ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http);
        return runner.run(incoming, workspace, new LinkCalendar(runner.newId()))
                .map(dispatched -> CommandAnswers.changed(dispatched, this::told))
                .map(CalendarLinkController::unkept);
    }

    @DeleteMapping
    Mono<ResponseEntity<byte[]>> unlink(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID workspace, ServerHttpRequest http) {
        return runner.run(Incoming.of(caller, http), workspace, new UnlinkCalendar())
                .map(CommandAnswers::changed);
    }

    private byte[] told(Thing thing) {
        var member = (Member) thing.state();
        var link = member.getCalendarLink()
                .orElseThrow(() -> Problem.of(
                                ProblemType.CONFLICT, "The link that this request made has been taken back since")
                        .exception());
        var address = "/api/v1/workspaces/%s/calendar.ics?key=%s"
                .formatted(member.getWorkspaceId(), keys.of(member.getWorkspaceId(), link.getId()));
        return JSON.writeValueAsBytes(new Told(link.getId(), link.getSince(), address));
    }

    private static ResponseEntity<byte[]> unkept(ResponseEntity<byte[]> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(answer.getBody());
    }
}
