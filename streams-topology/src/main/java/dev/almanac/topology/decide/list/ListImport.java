package dev.almanac.topology.decide.list;

import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ListCreated;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.order.Placements;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.Place;
import java.util.List;
import java.util.Optional;

/** Makes a list as it was elsewhere. */
public final class ListImport {
    private ListImport() {}

    public static Ruling decide(Attempt attempt, TaskList told) {
        Optional<TaskList> there = attempt.state().list(told.getId());
        if (there.isPresent()) {
            return new Ruling.Unchanged(there.map(EntityStates::of));
        }
        Optional<Rejection> fault =
                ListFields.nameFault(told.getName()).or(() -> told.getColor().flatMap(ListFields::colorFault));
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        if (attempt.state().lists().first(Limits.LISTS).size() == Limits.LISTS) {
            return new Ruling.Refused(Rejections.limitExceeded("A workspace has at most " + Limits.LISTS + " lists."));
        }
        EventMetadata metadata = attempt.stamp();
        TaskList list = new TaskList(
                told.getId(),
                attempt.workspaceId(),
                told.getName(),
                told.getColor().orElse(null),
                Placements.kept(attempt.state().lists(), new Place(told.getPosition(), told.getId()), true),
                attempt.past(told.getCreatedAt()),
                attempt.memberOrActor(told.getCreatedBy()),
                attempt.past(told.getUpdatedAt()),
                null,
                1L,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new ListCreated(metadata, list)), Optional.empty(), Optional.of(EntityStates.of(list)));
    }
}
