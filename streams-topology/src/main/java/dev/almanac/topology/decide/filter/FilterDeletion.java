package dev.almanac.topology.decide.filter;

import dev.almanac.schemas.command.DeleteFilter;
import dev.almanac.schemas.event.FilterDeleted;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Forgets a filter. */
public final class FilterDeletion {
    private FilterDeletion() {}

    public static Ruling decide(Attempt attempt, DeleteFilter asked) {
        return OwnFilter.find(
                attempt,
                asked.getId(),
                filter -> new Ruling.Changed(
                        List.of(new FilterDeleted(attempt.stamp(), filter)),
                        Optional.of(EntityStates.of(filter)),
                        Optional.empty()));
    }
}
