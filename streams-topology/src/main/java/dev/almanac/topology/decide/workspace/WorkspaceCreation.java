package dev.almanac.topology.decide.workspace;

import dev.almanac.schemas.command.CreateWorkspace;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ListCreated;
import dev.almanac.schemas.event.MemberAdded;
import dev.almanac.schemas.event.WorkspaceCreated;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Profile;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.bounds.Texts;
import dev.almanac.topology.decide.order.Placements;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a workspace with its inbox, and the actor its owner. */
public final class WorkspaceCreation {
    private static final String INBOX = "Inbox";

    private WorkspaceCreation() {}

    public static Ruling decide(Attempt attempt, CreateWorkspace asked) {
        Optional<Workspace> existing = attempt.state().workspace();
        if (attempt.expectsOtherThan(existing.map(Workspace::getVersion).orElse(0L))) {
            return new Ruling.Refused(Rejections.versionMismatch(existing.map(EntityStates::of)));
        }
        if (existing.isPresent()) {
            return new Ruling.Unchanged(existing.map(EntityStates::of));
        }
        Optional<Rejection> fault = Texts.lineFault(asked.getName(), Limits.NAME, "/name");
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        WorkspaceCreated created = created(attempt, asked);
        return new Ruling.Changed(
                List.of(created, ownerAdded(attempt), inboxCreated(attempt, asked)),
                Optional.empty(),
                Optional.of(EntityStates.of(created.getWorkspace())));
    }

    private static WorkspaceCreated created(Attempt attempt, CreateWorkspace asked) {
        EventMetadata metadata = attempt.stamp();
        return new WorkspaceCreated(
                metadata,
                new Workspace(
                        attempt.workspaceId(),
                        asked.getName(),
                        asked.getInboxId(),
                        profile(attempt),
                        attempt.now(),
                        attempt.actorId(),
                        attempt.now(),
                        1L,
                        metadata.getSeq()));
    }

    private static @Nullable Profile profile(Attempt attempt) {
        return attempt.isInPersonalWorkspace() ? new Profile(attempt.actorName().orElse(null), "UTC") : null;
    }

    private static MemberAdded ownerAdded(Attempt attempt) {
        EventMetadata metadata = attempt.stamp();
        return new MemberAdded(
                metadata,
                new Member(
                        attempt.workspaceId(),
                        attempt.actorId(),
                        Role.OWNER,
                        attempt.actorName().orElse(null),
                        attempt.now(),
                        1L,
                        metadata.getSeq(),
                        null));
    }

    private static ListCreated inboxCreated(Attempt attempt, CreateWorkspace asked) {
        EventMetadata metadata = attempt.stamp();
        return new ListCreated(
                metadata,
                new TaskList(
                        asked.getInboxId(),
                        attempt.workspaceId(),
                        INBOX,
                        null,
                        Placements.FIRST,
                        attempt.now(),
                        attempt.actorId(),
                        attempt.now(),
                        null,
                        1L,
                        metadata.getSeq()));
    }
}
