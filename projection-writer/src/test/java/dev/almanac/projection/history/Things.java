package dev.almanac.projection.history;

import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.model.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** Things with ordinary values, made from what matters. */
public final class Things {
    public static final Instant TIME = Instant.parse("2026-11-02T08:00:00Z");
    public static final UUID USER = UUID.fromString("11111111-1111-5111-8111-111111111111");

    private Things() {}

    /** The nth id of a kind, always the same. */
    public static UUID id(String kind, int n) {
        return Ids.v5(USER, kind + n);
    }

    public static Instant timeOf(long seq) {
        return TIME.plusSeconds(seq);
    }

    public static EventMetadata metadata(UUID workspaceId, long seq) {
        UUID commandId = Ids.v5(workspaceId, "command" + seq);
        return EventMetadata.newBuilder()
                .setEventId(Ids.event(commandId, 0))
                .setWorkspaceId(workspaceId)
                .setSeq(seq)
                .setActor(Actor.newBuilder()
                        .setUserId(USER)
                        .setKind(ActorKind.USER)
                        .build())
                .setOccurredAt(timeOf(seq))
                .setCommandId(commandId)
                .build();
    }

    public static Workspace workspace(UUID workspaceId, long seq) {
        return Workspace.newBuilder()
                .setId(workspaceId)
                .setName("Workspace as of " + seq)
                .setInboxId(Ids.inbox(workspaceId))
                .setCreatedAt(TIME)
                .setCreatedBy(USER)
                .setUpdatedAt(timeOf(seq))
                .setVersion(seq)
                .setSeq(seq)
                .build();
    }

    public static Member member(UUID workspaceId, UUID userId, long seq) {
        return Member.newBuilder()
                .setWorkspaceId(workspaceId)
                .setUserId(userId)
                .setRole(seq % 2 == 0 ? Role.EDITOR : Role.OWNER)
                .setDisplayName("Ada")
                .setSince(TIME)
                .setVersion(seq)
                .setSeq(seq)
                .build();
    }

    public static TaskList list(UUID workspaceId, UUID id, long seq) {
        return TaskList.newBuilder()
                .setId(id)
                .setWorkspaceId(workspaceId)
                .setName("List as of " + seq)
                .setPosition("a" + seq)
                .setCreatedAt(TIME)
                .setCreatedBy(USER)
                .setUpdatedAt(timeOf(seq))
                .setVersion(seq)
                .setSeq(seq)
                .build();
    }

    /** A task with every field set, for the values to differ with the seq. */
    public static Task.Builder task(UUID workspaceId, UUID id, long seq) {
        return Task.newBuilder()
                .setId(id)
                .setWorkspaceId(workspaceId)
                .setListId(Ids.inbox(workspaceId))
                .setTitle("Say \"hello\" to C:\\ as of " + seq)
                .setNotes("{curly}, comma,\n NULL, \u00e4\u00f6\u00fc \uD83D\uDE00")
                .setStatus(TaskStatus.values()[(int) (seq % 3)])
                .setPriority(Priority.values()[(int) (seq % 5)])
                .setTags(List.of("Home", "a,b", "\"quoted\"", "\u00dcber \\ {x}", "NULL"))
                .setStart(TaskDate.newBuilder()
                        .setDate(LocalDate.of(2026, 11, 30))
                        .build())
                .setDue(TaskDate.newBuilder()
                        .setDateTime(LocalDateTime.of(2026, 12, 1, 9, 0))
                        .setTimeZone("Europe/Berlin")
                        .build())
                .setEstimate("PT45M")
                .setAssignee(USER)
                .setParentId(id("task", 99))
                .setReminders(List.of())
                .setPosition("a" + seq)
                .setCreatedAt(TIME)
                .setCreatedBy(USER)
                .setUpdatedAt(timeOf(seq))
                .setUpdatedBy(USER)
                .setCompletedAt(seq % 3 == 1 ? timeOf(seq) : null)
                .setVersion(seq)
                .setSeq(seq);
    }

    public static SavedFilter filter(UUID workspaceId, UUID id, UUID owner, long seq) {
        return SavedFilter.newBuilder()
                .setId(id)
                .setWorkspaceId(workspaceId)
                .setOwner(owner)
                .setName("Filter as of " + seq)
                .setFilter("overdue = true")
                .setCreatedAt(TIME)
                .setUpdatedAt(timeOf(seq))
                .setVersion(seq)
                .setSeq(seq)
                .build();
    }

    public static Comment comment(UUID workspaceId, UUID taskId, UUID id, long seq) {
        return Comment.newBuilder()
                .setId(id)
                .setWorkspaceId(workspaceId)
                .setTaskId(taskId)
                .setAuthor(USER)
                .setText("Comment as of " + seq)
                .setCreatedAt(TIME)
                .setUpdatedAt(timeOf(seq))
                .setVersion(seq)
                .setSeq(seq)
                .build();
    }
}
