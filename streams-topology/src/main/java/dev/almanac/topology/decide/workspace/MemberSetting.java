package dev.almanac.topology.decide.workspace;

import dev.almanac.schemas.command.SetMember;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.MemberAdded;
import dev.almanac.schemas.event.MemberRoleChanged;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.bounds.Texts;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Adds a member, or gives one another role or name. */
public final class MemberSetting {
    private MemberSetting() {}

    public static Ruling decide(Attempt attempt, SetMember asked) {
        Optional<Member> existing = attempt.state().member(asked.getUserId());
        if (attempt.expectsOtherThan(existing.map(Member::getVersion).orElse(0L))) {
            return new Ruling.Refused(Rejections.versionMismatch(existing.map(EntityStates::of)));
        }
        Optional<Rejection> fault =
                asked.getDisplayName().flatMap(name -> Texts.lineFault(name, Limits.NAME, "/displayName"));
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        return existing.map(member -> change(attempt, member, asked)).orElseGet(() -> add(attempt, asked));
    }

    private static Ruling add(Attempt attempt, SetMember asked) {
        if (asked.getUserId().equals(Ids.SYSTEM)) {
            return new Ruling.Refused(Rejections.invalid("/userId", "Must be the id of a user."));
        }
        if (attempt.state().workspace().orElseThrow().getProfile().isPresent()) {
            return new Ruling.Refused(
                    Rejections.conflict("A personal workspace has no further members; make another one to share."));
        }
        if (attempt.state().members().size() >= Limits.MEMBERS) {
            return new Ruling.Refused(
                    Rejections.limitExceeded("A workspace has at most " + Limits.MEMBERS + " members."));
        }
        EventMetadata metadata = attempt.stamp();
        Member member = new Member(
                attempt.workspaceId(),
                asked.getUserId(),
                asked.getRole(),
                asked.getDisplayName().orElse(null),
                attempt.now(),
                1L,
                metadata.getSeq(),
                null);
        return new Ruling.Changed(
                List.of(new MemberAdded(metadata, member)), Optional.empty(), Optional.of(EntityStates.of(member)));
    }

    private static Ruling change(Attempt attempt, Member before, SetMember asked) {
        Optional<String> displayName = asked.getDisplayName().or(before::getDisplayName);
        if (asked.getRole() == before.getRole() && displayName.equals(before.getDisplayName())) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(before)));
        }
        if (asked.getRole() != Role.OWNER && Owners.isLast(attempt.state(), before)) {
            return new Ruling.Refused(Rejections.conflict("The last owner can't take another role."));
        }
        EventMetadata metadata = attempt.stamp();
        Member after = new Member(
                before.getWorkspaceId(),
                before.getUserId(),
                asked.getRole(),
                displayName.orElse(null),
                before.getSince(),
                before.getVersion() + 1,
                metadata.getSeq(),
                before.getCalendarLink().orElse(null));
        return new Ruling.Changed(
                List.of(new MemberRoleChanged(metadata, after)),
                Optional.of(EntityStates.of(before)),
                Optional.of(EntityStates.of(after)));
    }
}
