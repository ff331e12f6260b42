package dev.almanac.topology.decide.filter;

import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds the filter that an operation changes. Those of others are not there for the actor. */
final class OwnFilter {
    private OwnFilter() {}

    static Ruling find(Attempt attempt, UUID id, Function<SavedFilter, Ruling> then) {
        Optional<SavedFilter> found =
                attempt.state().filter(id).filter(filter -> filter.getOwner().equals(attempt.actorId()));
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("filter"));
        }
        SavedFilter filter = found.get();
        return attempt.expectsOtherThan(filter.getVersion())
                ? new Ruling.Refused(Rejections.versionMismatch(Optional.of(EntityStates.of(filter))))
                : then.apply(filter);
    }
}
