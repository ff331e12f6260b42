package dev.almanac.topology.decide.attempt;

import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.result.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Several decisions as one: each meets what those before it have left, and where one is refused all are. */
public final class Steps {
    private final Attempt first;
    private final List<SpecificRecord> events = new ArrayList<>();
    private final List<Rest> rests = new ArrayList<>();
    private Optional<Rejection> fault = Optional.empty();

    public Steps(Attempt first) {
        this.first = first;
    }

    public Steps then(Function<Attempt, Ruling> step) {
        if (fault.isEmpty()) {
            switch (step.apply(first.after(events))) {
                case Ruling.Changed changed -> {
                    events.addAll(changed.events());
                    rests.addAll(changed.rests());
                }
                case Ruling.Unchanged unchanged -> {}
                case Ruling.Refused(Rejection rejection) -> fault = Optional.of(rejection);
            }
        }
        return this;
    }

    /**
     * @param before the thing that all of it is about
     * @param after what that is, once all is done
     */
    public Ruling ruling(Optional<EntityState> before, Function<Attempt, Optional<EntityState>> after) {
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        return events.isEmpty()
                ? new Ruling.Unchanged(before)
                : new Ruling.Changed(List.copyOf(events), before, after.apply(first.after(events)), List.copyOf(rests));
    }
}
