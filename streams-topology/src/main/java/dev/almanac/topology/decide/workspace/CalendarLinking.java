package dev.almanac.topology.decide.workspace;

import dev.almanac.schemas.command.LinkCalendar;
import dev.almanac.schemas.event.CalendarLinked;
import dev.almanac.schemas.event.CalendarUnlinked;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.model.CalendarLink;
import dev.almanac.schemas.model.Member;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Gives members addresses of their calendars, one at a time, and takes them back. */
public final class CalendarLinking {
    private CalendarLinking() {}

    public static Ruling link(Attempt attempt, LinkCalendar asked) {
        Optional<Member> found = attempt.state().member(attempt.actorId());
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("member"));
        }
        Member before = found.get();
        if (before.getCalendarLink().map(CalendarLink::getId).equals(Optional.of(asked.getLinkId()))) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(before)));
        }
        return changed(attempt, before, new CalendarLink(asked.getLinkId(), attempt.now()), CalendarLinked::new);
    }

    public static Ruling unlink(Attempt attempt) {
        Optional<Member> found = attempt.state().member(attempt.actorId());
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("member"));
        }
        Member before = found.get();
        if (before.getCalendarLink().isEmpty()) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(before)));
        }
        return changed(attempt, before, null, CalendarUnlinked::new);
    }

    private static Ruling changed(
            Attempt attempt,
            Member before,
            @Nullable CalendarLink link,
            BiFunction<EventMetadata, Member, SpecificRecord> event) {
        EventMetadata metadata = attempt.stamp();
        Member after = new Member(
                before.getWorkspaceId(),
                before.getUserId(),
                before.getRole(),
                before.getDisplayName().orElse(null),
                before.getSince(),
                before.getVersion() + 1,
                metadata.getSeq(),
                link);
        return new Ruling.Changed(
                List.of(event.apply(metadata, after)),
                Optional.of(EntityStates.of(before)),
                Optional.of(EntityStates.of(after)));
    }
}
