package dev.almanac.topology.decide.filter;

import dev.almanac.schemas.command.CreateFilter;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.FilterCreated;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Saves a filter for the actor. */
public final class FilterCreation {
    private FilterCreation() {}

    public static Ruling decide(Attempt attempt, CreateFilter asked) {
        if (attempt.state().filter(asked.getId()).isPresent()) {
            return new Ruling.Refused(Rejections.idTaken("filter"));
        }
        if (attempt.expectsOtherThan(0)) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.empty()));
        }
        Optional<Rejection> fault = FilterFields.fault(
                Optional.of(asked.getName()), Optional.of(asked.getFilter()), asked.getSort(), asked.getColor());
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        if (attempt.state().filters(attempt.actorId()).size() >= Limits.FILTERS) {
            return new Ruling.Refused(
                    Rejections.limitExceeded("You can save at most " + Limits.FILTERS + " filters in a workspace."));
        }
        EventMetadata metadata = attempt.stamp();
        SavedFilter filter = new SavedFilter(
                asked.getId(),
                attempt.workspaceId(),
                attempt.actorId(),
                asked.getName(),
                asked.getFilter(),
                asked.getSort().orElse(null),
                asked.getColor().orElse(null),
                attempt.now(),
                attempt.now(),
                1L,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new FilterCreated(metadata, filter)), Optional.empty(), Optional.of(EntityStates.of(filter)));
    }
}
