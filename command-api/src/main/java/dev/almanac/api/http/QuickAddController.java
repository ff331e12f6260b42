package dev.almanac.api.http;

import dev.almanac.api.accept.Operations;
import dev.almanac.api.accept.QuickAddRequest;
import dev.almanac.api.accept.UserZones;
import dev.almanac.api.accept.Writers;
import dev.almanac.api.accept.ZoneStamp;
import dev.almanac.api.quickadd.DateOrder;
import dev.almanac.api.quickadd.Interpreter;
import dev.almanac.api.quickadd.NamedList;
import dev.almanac.api.quickadd.Setting;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Makes a task from a line of text, or only tells what it would be. */
@RestController
class QuickAddController {
    private static final String DRY_RUN = "dryRun";
    /** What a list's name has before it; where it is nowhere, no list needs to be known. */
    private static final String LIST_MARK = "*";

    private final CommandRunner runner;
    private final WorkspaceLists lists;
    private final UserZones zones;
    private final Interpreter interpreter = Interpreter.english();

    QuickAddController(CommandRunner runner, WorkspaceLists lists, UserZones zones) {
        this.runner = runner;
        this.lists = lists;
        this.zones = zones;
    }

    @PostMapping(
            path = "/api/v1/workspaces/{workspace}/quick-add",
            consumes = MediaTypes.JSON,
            produces = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body, Set.of(DRY_RUN));
        var dryRun = incoming.parameters().flag(DRY_RUN);
        var request = QuickAddRequest.read(incoming.body(), runner::newId);
        var atLeast = SyncToken.of(http.getHeaders());
        var known = dryRun || request.text().contains(LIST_MARK)
                ? lists.of(workspace, caller.userId(), atLeast)
                : Mono.just(List.<NamedList>of());
        var zone = request.timeZone().map(Mono::just).orElseGet(() -> zones.zoneOf(caller.userId()));
        return Mono.zip(known, zone).flatMap(context -> {
            var answer = understand(request, context.getT1(), context.getT2(), http);
            return dryRun ? Mono.just(preview(answer)) : make(answer, incoming, workspace);
        });
    }

    private QuickAdd understand(QuickAddRequest request, List<NamedList> known, ZoneId zone, ServerHttpRequest http) {
        var setting = new Setting(
                request.writtenAt().orElseGet(runner::now),
                zone,
                DateOrder.isDayFirst(Writers.localeOf(http.getHeaders())),
                request.usualDay(),
                known);
        var understood = interpreter.read(request.text(), setting);
        var task = ZoneStamp.stamp(
                List.of(Operations.of(request.task(understood, runner::newId), Optional.empty())), zone);
        return new QuickAdd(request.text(), task.getFirst().getCreateTask().orElseThrow(), understood.spans());
    }

    private static ResponseEntity<byte[]> preview(QuickAdd answer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer.preview());
    }

    private Mono<ResponseEntity<byte[]>> make(QuickAdd answer, Incoming incoming, UUID workspace) {
        return runner.run(incoming, workspace, answer.task())
                .map(dispatched -> CommandAnswers.created(dispatched, "/task", answer::made));
    }
}
