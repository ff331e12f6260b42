package dev.almanac.api.http;

import dev.almanac.api.accept.ReminderRequests;
import dev.almanac.api.security.Caller;
import dev.almanac.schemas.command.DismissReminder;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What may be done with a reminder by itself. */
@RestController
@RequestMapping(path = "/api/v1/workspaces/{workspace}/tasks/{task}/reminders/{reminder}", produces = MediaTypes.JSON)
class ReminderCommandController {
    private final CommandRunner runner;

    ReminderCommandController(CommandRunner runner) {
        this.runner = runner;
    }

    @PostMapping(path = "/snooze", consumes = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> snooze(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            @PathVariable UUID reminder,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        var snooze = ReminderRequests.snooze(task, reminder, incoming.body(), runner.now());
        return runner.runIfMatch(incoming, workspace, snooze).map(CommandAnswers::changed);
    }

    @PostMapping("/dismiss")
    Mono<ResponseEntity<byte[]>> dismiss(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            @PathVariable UUID reminder,
            ServerHttpRequest http) {
        return runner.runIfMatch(Incoming.of(caller, http), workspace, new DismissReminder(task, reminder))
                .map(CommandAnswers::changed);
    }
}
