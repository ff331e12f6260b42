package dev.almanac.topology.state;

import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.update.Update;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What an event tells whoever shows the thing that it is about. */
public final class Updates {
    private Updates() {}

    /** @throws IllegalArgumentException where the record is no event */
    public static Update of(SpecificRecord event) {
        Fact fact = Fact.of(event);
        return new Update(
                fact.metadata().getWorkspaceId(),
                fact.metadata().getSeq(),
                fact.kind(),
                fact.id(),
                fact.metadata().getOccurredAt(),
                shown(fact));
    }

    /** A task in the trash is shown, there; a deleted list nowhere. */
    private static @Nullable EntityState shown(Fact fact) {
        return switch (fact) {
            case Fact.OfWorkspace f -> EntityStates.of(f.workspace());
            case Fact.OfMember f -> f.gone() ? null : EntityStates.of(f.member());
            case Fact.OfList f -> f.list().getDeletedAt().isPresent() ? null : EntityStates.of(f.list());
            case Fact.OfTask f -> EntityStates.of(f.task());
            case Fact.OfReminder f -> EntityStates.of(f.reminder());
            case Fact.OfComment f -> f.gone() ? null : EntityStates.of(f.comment());
            case Fact.OfFilter f -> f.gone() ? null : EntityStates.of(f.filter());
        };
    }
}
