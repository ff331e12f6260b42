package dev.almanac.projection.history;

import static dev.almanac.projection.history.Things.id;

import dev.almanac.projection.apply.AuditRow;
import dev.almanac.projection.apply.Place;
import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.result.RejectionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Entries of the audit log, as several users make them in several workspaces over some days. */
public final class AuditRows {
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final List<String> ACTIONS = List.of("create_task", "edit_task", "complete_task");

    private AuditRows() {}

    public static List<AuditRow> of(int count) {
        return entries(count).stream()
                .map(entry ->
                        AuditRow.read(new Place("task-audit", 0, 0), entry).orElseThrow())
                .toList();
    }

    /** Each third one refused. */
    public static List<AuditEntry> entries(int count) {
        return IntStream.range(0, count).mapToObj(AuditRows::entry).toList();
    }

    public static AuditEntry entry(int number) {
        boolean refused = number % 3 == 2;
        UUID task = id("task", number % 7);
        return AuditEntry.newBuilder()
                .setCommandId(id("command", number))
                .setOperation(number % 2)
                .setEventId(refused ? null : id("event", number))
                .setSeq(refused ? null : number + 1L)
                .setLastSeq(refused ? null : number + 1L)
                .setWorkspaceSeq(number + 1L)
                .setWorkspaceId(id("workspace", number % 3))
                .setActor(new Actor(id("user", number % 4), ActorKind.USER, "User " + number % 4))
                .setOrigin(new Origin("192.0.2.1", "test"))
                .setAt(START.plus(Duration.ofHours(5L * number)))
                .setAction(ACTIONS.get(number % ACTIONS.size()))
                .setKind(EntityKind.TASK)
                .setEntityId(task)
                .setTaskId(task)
                .setOutcome(refused ? AuditOutcome.REJECTED : AuditOutcome.ACCEPTED)
                .setReason(refused ? RejectionCode.NOT_FOUND : null)
                .setDetail(refused ? "There is no such task." : null)
                .build();
    }
}
