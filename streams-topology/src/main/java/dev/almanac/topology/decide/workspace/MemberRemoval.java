package dev.almanac.topology.decide.workspace;

import dev.almanac.schemas.command.RemoveMember;
import dev.almanac.schemas.event.MemberRemoved;
import dev.almanac.schemas.model.Member;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Ends a membership. Tasks that were assigned to the member stay so, until someone takes them. */
public final class MemberRemoval {
    private MemberRemoval() {}

    public static Ruling decide(Attempt attempt, RemoveMember asked) {
        Optional<Member> found = attempt.state().member(asked.getUserId());
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("member"));
        }
        Member member = found.get();
        if (attempt.expectsOtherThan(member.getVersion())) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.of(EntityStates.of(member))));
        }
        if (Owners.isLast(attempt.state(), member)) {
            return new Ruling.Refused(Rejections.conflict("The last owner can't leave."));
        }
        return new Ruling.Changed(
                List.of(new MemberRemoved(attempt.stamp(), member)),
                Optional.of(EntityStates.of(member)),
                Optional.empty());
    }
}
