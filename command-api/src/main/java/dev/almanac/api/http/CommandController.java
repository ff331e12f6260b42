package dev.almanac.api.http;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.reply.CommandLookup;
import dev.almanac.api.security.Caller;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.result.CommandResult;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What became of a command that was answered 202. */
@RestController
class CommandController {
    /** For as long as answers are kept. */
    private static final Duration KEPT = Duration.ofHours(1);
    /** By how much the clocks of two instances may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final CommandLookup lookup;
    private final Clock clock;

    CommandController(CommandLookup lookup, Clock clock) {
        this.lookup = lookup;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/commands/{command}", produces = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> command(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID command, ServerHttpRequest http) {
        Parameters.refuseAny(http.getQueryParams());
        if (!mayBeKnown(command)) {
            return Mono.error(unknown());
        }
        return lookup.find(command)
                .map(result -> answer(result, caller))
                .defaultIfEmpty(ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(CommandAnswers.stillPending(command)));
    }

    private boolean mayBeKnown(UUID command) {
        if (command.version() != 7) {
            return false;
        }
        var age = Duration.between(Ids.timeOf(command), clock.instant());
        return age.compareTo(KEPT) < 0 && age.compareTo(SKEW.negated()) > 0;
    }

    private static ResponseEntity<byte[]> answer(CommandResult result, Caller caller) {
        if (!result.getUserId().equals(caller.userId())) {
            throw unknown();
        }
        return CommandAnswers.found(result);
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemType.NOT_FOUND, "No command of yours from the last hour has this id")
                .exception();
    }
}
