package dev.almanac.topology.decide.attempt;

import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.result.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What is to come of one operation. */
public sealed interface Ruling {
    /**
     * @param events at least one; first the one that the operation asked for, then those that go with it
     * @param before the thing that the operation is about, before; empty where it is new
     * @param after the same thing afterwards; empty where it is gone
     * @param rests what goes with it too, and is left to commands to itself
     */
    record Changed(
            List<SpecificRecord> events, Optional<EntityState> before, Optional<EntityState> after, List<Rest> rests)
            implements Ruling {
        /** Of which nothing is left. */
        public Changed(List<SpecificRecord> events, Optional<EntityState> before, Optional<EntityState> after) {
            this(events, before, after, List.of());
        }

        /** The same with further events, which tell nothing new of the thing. */
        public Changed followedBy(List<SpecificRecord> further) {
            return new Changed(Stream.concat(events.stream(), further.stream()).toList(), before, after, rests);
        }
    }

    /**
     * It is so already.
     *
     * @param state the thing that the operation is about; empty where it is gone
     */
    record Unchanged(Optional<EntityState> state) implements Ruling {}

    record Refused(Rejection rejection) implements Ruling {}
}
