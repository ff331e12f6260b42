package dev.almanac.topology.decide.list;

import dev.almanac.schemas.command.CreateList;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ListCreated;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Makes a list. */
public final class ListCreation {
    private ListCreation() {}

    public static Ruling decide(Attempt attempt, CreateList asked) {
        if (attempt.state().list(asked.getId()).isPresent()) {
            return new Ruling.Refused(Rejections.idTaken("list"));
        }
        if (attempt.expectsOtherThan(0)) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.empty()));
        }
        Optional<Rejection> fault =
                ListFields.nameFault(asked.getName()).or(() -> asked.getColor().flatMap(ListFields::colorFault));
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        if (attempt.state().lists().first(Limits.LISTS).size() == Limits.LISTS) {
            return new Ruling.Refused(Rejections.limitExceeded("A workspace has at most " + Limits.LISTS + " lists."));
        }
        return ListFields.position(attempt.state(), asked.getId(), asked.getPlacement())
                .then(position -> create(attempt, asked, position));
    }

    private static Ruling create(Attempt attempt, CreateList asked, String position) {
        EventMetadata metadata = attempt.stamp();
        TaskList list = new TaskList(
                asked.getId(),
                attempt.workspaceId(),
                asked.getName(),
                asked.getColor().orElse(null),
                position,
                attempt.now(),
                attempt.actorId(),
                attempt.now(),
                null,
                1L,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new ListCreated(metadata, list)), Optional.empty(), Optional.of(EntityStates.of(list)));
    }
}
