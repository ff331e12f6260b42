package dev.almanac.schemas;

import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** Records as they occur, for tests. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    public static final UUID WORKSPACE = UUID.fromString("0197f0a4-0000-7000-8000-000000000001");
    public static final UUID USER = UUID.fromString("0197f0a4-0000-7000-8000-000000000002");
    public static final UUID TASK = UUID.fromString("0197f0a4-0000-7000-8000-000000000003");
    public static final UUID LIST = UUID.fromString("0197f0a4-0000-7000-8000-000000000004");
    public static final UUID COMMAND = UUID.fromString("0197f0a4-0000-7000-8000-000000000005");

    private Samples() {}

    public static Task task() {
        return Task.newBuilder()
                .setId(TASK)
                .setWorkspaceId(WORKSPACE)
                .setListId(LIST)
                .setTitle("Pay the rent")
                .setStatus(TaskStatus.OPEN)
                .setPriority(Priority.HIGH)
                .setTags(List.of("home", "Müll"))
                .setDue(TaskDate.newBuilder()
                        .setDateTime(LocalDateTime.parse("2026-11-30T09:00"))
                        .setTimeZone("Europe/Berlin")
                        .build())
                .setReminders(List.of())
                .setPosition("a0")
                .setCreatedAt(NOON)
                .setCreatedBy(USER)
                .setUpdatedAt(NOON)
                .setUpdatedBy(USER)
                .setVersion(1)
                .setSeq(7)
                .build();
    }

    public static TaskCreated taskCreated() {
        return TaskCreated.newBuilder()
                .setMetadata(EventMetadata.newBuilder()
                        .setEventId(TASK)
                        .setWorkspaceId(WORKSPACE)
                        .setSeq(7)
                        .setActor(Actor.newBuilder()
                                .setUserId(USER)
                                .setKind(ActorKind.USER)
                                .build())
                        .setOccurredAt(NOON)
                        .setCommandId(COMMAND)
                        .build())
                .setTask(task())
                .build();
    }
}
