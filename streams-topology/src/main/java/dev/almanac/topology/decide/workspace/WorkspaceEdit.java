package dev.almanac.topology.decide.workspace;

import dev.almanac.schemas.command.EditWorkspace;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.WorkspaceEdited;
import dev.almanac.schemas.model.Profile;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.bounds.Texts;
import dev.almanac.topology.decide.bounds.Zones;
import dev.almanac.topology.state.EntityStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes a workspace's name or, in a personal workspace, the user's profile. */
public final class WorkspaceEdit {
    private WorkspaceEdit() {}

    public static Ruling decide(Attempt attempt, EditWorkspace asked) {
        Workspace before = attempt.state().workspace().orElseThrow();
        if (attempt.expectsOtherThan(before.getVersion())) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.of(EntityStates.of(before))));
        }
        Optional<Rejection> fault = fault(before, asked);
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        String name = asked.getName().orElse(before.getName());
        Optional<Profile> profile = before.getProfile().map(profileBefore -> edited(profileBefore, asked));
        List<String> changed = new ArrayList<>();
        if (!name.equals(before.getName())) {
            changed.add("name");
        }
        if (!profile.equals(before.getProfile())) {
            changed.add("profile");
        }
        if (changed.isEmpty()) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(before)));
        }
        EventMetadata metadata = attempt.stamp();
        Workspace after = new Workspace(
                before.getId(),
                name,
                before.getInboxId(),
                profile.orElse(null),
                before.getCreatedAt(),
                before.getCreatedBy(),
                attempt.now(),
                before.getVersion() + 1,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new WorkspaceEdited(metadata, after, changed)),
                Optional.of(EntityStates.of(before)),
                Optional.of(EntityStates.of(after)));
    }

    private static Optional<Rejection> fault(Workspace workspace, EditWorkspace asked) {
        boolean personal = workspace.getProfile().isPresent();
        return asked.getName()
                .flatMap(name -> Texts.lineFault(name, Limits.NAME, "/name"))
                .or(() -> asked.getDisplayName()
                        .flatMap(name -> profileFault(personal, "/displayName")
                                .or(() -> Texts.lineFault(name, Limits.NAME, "/displayName"))))
                .or(() -> asked.getTimeZone()
                        .flatMap(zone -> profileFault(personal, "/timeZone").or(() -> Zones.fault(zone, "/timeZone"))));
    }

    private static Optional<Rejection> profileFault(boolean personal, String pointer) {
        return personal
                ? Optional.empty()
                : Optional.of(Rejections.invalid(pointer, "Only a personal workspace has a profile."));
    }

    private static Profile edited(Profile before, EditWorkspace asked) {
        return new Profile(
                asked.getDisplayName().or(before::getDisplayName).orElse(null),
                asked.getTimeZone().orElse(before.getTimeZone()));
    }
}
