package dev.almanac.topology.query;

import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/** Tells what rules come to. That depends on no workspace, so any instance does. */
@RestController
final class PreviewController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Scheduler workers;

    /** @param workers for what takes longer than a thread that serves connections may be held */
    PreviewController(Scheduler workers) {
        this.workers = workers;
    }

    @PostMapping("/internal/v1/recurrence-previews")
    Mono<ResponseEntity<byte[]>> preview(@RequestBody PreviewRequest request) {
        return Mono.fromSupplier(request::answer)
                .subscribeOn(workers)
                .map(PreviewController::response)
                .onErrorResume(RejectedExecutionException.class, e -> Mono.just(Problem.UNAVAILABLE.response()));
    }

    private static ResponseEntity<byte[]> response(PreviewAnswer answer) {
        HttpStatus status = switch (answer) {
            case PreviewAnswer.Occurrences any -> HttpStatus.OK;
            case PreviewAnswer.Refused any -> HttpStatus.BAD_REQUEST;
        };
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(answer));
    }
}
