package dev.almanac.topology.decide.list;

import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Checked;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.bounds.Colors;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.bounds.Texts;
import dev.almanac.topology.decide.order.Placements;
import dev.almanac.topology.state.Place;
import dev.almanac.topology.state.WorkspaceState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What values of a list are sound. */
final class ListFields {
    private ListFields() {}

    static Optional<Rejection> nameFault(String name) {
        return Texts.lineFault(name, Limits.NAME, "/name");
    }

    static Optional<Rejection> colorFault(String color) {
        return Colors.fault(color, "/color");
    }

    static Checked<String> position(WorkspaceState state, UUID list, Optional<Placement> placement) {
        return Placements.find(
                        state.lists(),
                        list,
                        placement,
                        id -> Living.list(state, id).flatMap(Place::of),
                        1)
                .map(List::getFirst);
    }
}
