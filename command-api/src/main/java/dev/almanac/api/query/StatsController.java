package dev.almanac.api.query;

import static org.jooq.impl.DSL.noCondition;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Tables.AuditCounts;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells how often each user did what in a workspace, by days of UTC, the latest first. */
@RestController
class StatsController {
    private static final Set<String> PARAMETERS = Set.of("from", "to", "actor", "action", "limit", "cursor");
    private static final int USUAL_LIMIT = 200;
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final List<Key<?>> ORDER = List.of(
            Key.day(AuditCounts.DAY, true), Key.id(AuditCounts.USER_ID, true), Key.text(AuditCounts.ACTION, true));

    private final MemberReads reads;
    private final Clock clock;

    StatsController(MemberReads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /** Days from the first to the last, both included. */
    private record Days(LocalDate from, LocalDate to) {
        static Days of(Parameters parameters, LocalDate today) {
            var to = parameters.day("to").orElse(today);
            var from = parameters.day("from").orElse(to.minusDays(USUAL_DAYS - 1));
            if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
                throw Parameters.refused("from: expected a day not after 'to', and at most " + MOST_DAYS + " days");
            }
            return new Days(from, to);
        }

        Condition condition() {
            return AuditCounts.DAY.between(from, to);
        }
    }

    @GetMapping(path = "/api/v1/workspaces/{workspaceId}/stats", produces = "application/json")
    Mono<ResponseEntity<byte[]>> stats(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var parameters = new Parameters(query, PARAMETERS);
        var days = Days.of(parameters, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var filter = ActivityFilter.of(parameters, caller.userId());
        var limit = parameters.limit(USUAL_LIMIT);
        var counts = new Keyset(
                "stats/%s/%s/%s".formatted(workspaceId, days, filter),
                AuditCounts.TABLE,
                AuditCounts.USER_ID,
                List.of(AuditCounts.DAY, AuditCounts.ACTION, AuditCounts.COUNT, AuditCounts.REJECTED),
                AuditCounts.WORKSPACE_ID
                        .eq(workspaceId)
                        .and(days.condition())
                        .and(filter.actor().map(AuditCounts.USER_ID::eq).orElse(noCondition()))
                        .and(filter.actions().isEmpty() ? noCondition() : AuditCounts.ACTION.in(filter.actions())),
                ORDER);
        var items = counts.items(limit, parameters.text("cursor"));
        return reads.activity(workspaceId, caller.userId(), SyncToken.of(headers), items)
                .map(seen -> Answers.page(seen.map(rows -> counts.page(rows, limit, StatsController::render))));
    }

    /** Nothing in it has a character that JSON would want escaped: actions are named by the topology. */
    private static String render(Record row) {
        return "{\"day\":\"%s\",\"user\":\"%s\",\"action\":\"%s\",\"count\":%d,\"rejected\":%d}"
                .formatted(
                        row.get(AuditCounts.DAY),
                        row.get("id", UUID.class),
                        row.get(AuditCounts.ACTION),
                        row.get(AuditCounts.COUNT),
                        row.get(AuditCounts.REJECTED));
    }
}
