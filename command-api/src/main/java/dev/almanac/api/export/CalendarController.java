package dev.almanac.api.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.export.Calendars.Standing;
import dev.almanac.api.limit.RateLimits;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.secret.CalendarKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A workspace's tasks for calendar programs, which come again and again and can't sign in: whoever knows the address may read.
 * An address that is wrong and one that was taken back are the same to them.
 */
@RestController
class CalendarController {
    private static final String KEY = "key";
    private static final String AS = "as";
    private static final Map<String, Format> FORMATS =
            Map.of("todos", CalendarFormat.ofFeed(), "events", CalendarFormat.ofEvents());
    /** What was closed longer ago is not told any more. */
    private static final int DAYS_CLOSED = 90;

    private final CalendarKeys keys;
    private final RateLimits limits;
    private final Calendars calendars;
    private final WholeWorkspace workspaces;
    private final Clock clock;

    CalendarController(
            CalendarKeys keys, RateLimits limits, Calendars calendars, WholeWorkspace workspaces, Clock clock) {
        this.keys = keys;
        this.limits = limits;
        this.calendars = calendars;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @GetMapping("/api/v1/workspaces/{workspaceId}/calendar.ics")
    Mono<Void> calendar(
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            ServerWebExchange exchange) {
        var link = Optional.ofNullable(query.getFirst(KEY))
                .flatMap(key -> keys.linkOf(workspaceId, key))
                .orElseThrow(CalendarController::unknown);
        var format = format(new Parameters(query, Set.of(KEY, AS)));
        limits.draw(link);
        return calendars
                .find(workspaceId, link)
                .switchIfEmpty(Mono.error(CalendarController::unknown))
                .flatMap(standing -> answer(workspaceId, standing, format, exchange));
    }

    private static Format format(Parameters parameters) {
        return Optional.ofNullable(FORMATS.get(parameters.text(AS).orElse("todos")))
                .orElseThrow(() -> Parameters.refused("as: expected todos or events"));
    }

    private Mono<Void> answer(UUID workspaceId, Standing standing, Format format, ServerWebExchange exchange) {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        if (exchange.checkNotModified(tag(standing.seq(), today), lastChange(standing, today))) {
            headers.setCacheControl("private, no-cache");
            return response.setComplete();
        }
        // Only what is sent has them; until the first byte the answer may still be a problem.
        headers.remove(HttpHeaders.ETAG);
        headers.remove(HttpHeaders.LAST_MODIFIED);
        var pieces =
                workspaces.readForCalendar(workspaceId, standing.userId(), start(today.minusDays(DAYS_CLOSED)), seq -> {
                    headers.setContentType(MediaType.parseMediaType(format.mediaType()));
                    headers.setCacheControl("private, no-cache");
                    headers.setETag(tag(seq, today));
                    headers.setLastModified(lastChange(standing, today));
                });
        return response.writeWith(format.write(pieces)
                .buffer(ExportController.ROWS_A_WRITE)
                .map(rows -> response.bufferFactory().wrap(String.join("", rows).getBytes(UTF_8))));
    }

    /** The day too, since every day something was closed too long ago. */
    private static String tag(long seq, LocalDate today) {
        return "\"%d-%d\"".formatted(seq, today.toEpochDay());
    }

    private static Instant lastChange(Standing standing, LocalDate today) {
        return standing.changedAt().isAfter(start(today)) ? standing.changedAt() : start(today);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no calendar at this address, or not any more")
                .exception();
    }
}
