package dev.almanac.api.support;

import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.CalendarLink;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Profile;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.result.RejectionCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things and outcomes as the topology would tell them. */
public final class Facts {
    public static final UUID WORKSPACE = UUID.fromString("0190a8f4-0000-7000-8000-00000000000a");
    public static final UUID LIST = UUID.fromString("0190a8f4-0000-7000-8000-00000000000b");
    public static final UUID TASK = UUID.fromString("0190a8f4-0000-7000-8000-00000000000c");
    public static final UUID COMMENT = UUID.fromString("0190a8f4-0000-7000-8000-00000000000d");
    public static final UUID ADA = Ids.user(TestIssuer.shared().uri(), "ada");

    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

    private Facts() {}

    public static Task task(long version) {
        return Task.newBuilder()
                .setId(TASK)
                .setWorkspaceId(WORKSPACE)
                .setListId(LIST)
                .setTitle("Pay rent")
                .setStatus(TaskStatus.OPEN)
                .setPriority(Priority.NONE)
                .setReminders(List.of())
                .setPosition("a")
                .setCreatedAt(THEN)
                .setCreatedBy(ADA)
                .setUpdatedAt(THEN)
                .setUpdatedBy(ADA)
                .setVersion(version)
                .setSeq(7)
                .build();
    }

    public static Outcome accepted(EntityState state) {
        return new Outcome(OutcomeStatus.ACCEPTED, state, null);
    }

    public static Outcome gone() {
        return new Outcome(OutcomeStatus.ACCEPTED, null, null);
    }

    public static Outcome unchanged(EntityState state) {
        return new Outcome(OutcomeStatus.UNCHANGED, state, null);
    }

    public static Outcome refused(RejectionCode code) {
        return new Outcome(OutcomeStatus.REJECTED, null, new Rejection(code, "because", null, null, List.of()));
    }

    public static Outcome refused(Rejection rejection) {
        return new Outcome(OutcomeStatus.REJECTED, null, rejection);
    }

    public static Outcome notAttempted() {
        return new Outcome(OutcomeStatus.NOT_ATTEMPTED, null, null);
    }

    public static EntityState state(Task task) {
        return new EntityState(null, null, null, task, null, null, null);
    }

    public static EntityState list() {
        return new EntityState(
                null,
                null,
                TaskList.newBuilder()
                        .setId(LIST)
                        .setWorkspaceId(WORKSPACE)
                        .setName("Home")
                        .setPosition("a")
                        .setCreatedAt(THEN)
                        .setCreatedBy(ADA)
                        .setUpdatedAt(THEN)
                        .setVersion(1)
                        .setSeq(7)
                        .build(),
                null,
                null,
                null,
                null);
    }

    public static EntityState member() {
        return member(null);
    }

    /** A member whose calendar can be read at an address. */
    public static EntityState linked(UUID linkId) {
        return member(new CalendarLink(linkId, THEN));
    }

    private static EntityState member(@Nullable CalendarLink link) {
        return new EntityState(
                null, new Member(WORKSPACE, ADA, Role.EDITOR, null, THEN, 1L, 7L, link), null, null, null, null, null);
    }

    public static EntityState comment() {
        return new EntityState(
                null,
                null,
                null,
                null,
                Comment.newBuilder()
                        .setId(COMMENT)
                        .setWorkspaceId(WORKSPACE)
                        .setTaskId(TASK)
                        .setAuthor(ADA)
                        .setText("Done?")
                        .setCreatedAt(THEN)
                        .setUpdatedAt(THEN)
                        .setVersion(1)
                        .setSeq(7)
                        .build(),
                null,
                null);
    }

    public static EntityState filter() {
        return EntityState.newBuilder()
                .setFilter(SavedFilter.newBuilder()
                        .setId(COMMENT)
                        .setWorkspaceId(WORKSPACE)
                        .setOwner(ADA)
                        .setName("Soon")
                        .setFilter("due <= tomorrow")
                        .setCreatedAt(THEN)
                        .setUpdatedAt(THEN)
                        .setVersion(1)
                        .setSeq(7)
                        .build())
                .build();
    }

    public static EntityState workspace(UUID id, @Nullable Profile profile) {
        return new EntityState(
                Workspace.newBuilder()
                        .setId(id)
                        .setName("Team")
                        .setInboxId(LIST)
                        .setProfile(profile)
                        .setCreatedAt(THEN)
                        .setCreatedBy(ADA)
                        .setUpdatedAt(THEN)
                        .setVersion(1)
                        .setSeq(7)
                        .build(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
