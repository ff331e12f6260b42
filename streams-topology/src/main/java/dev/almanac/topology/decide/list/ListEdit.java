package dev.almanac.topology.decide.list;

import dev.almanac.schemas.command.EditList;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ListEdited;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Checked;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes a list's name, colour or place. */
public final class ListEdit {
    private static final String COLOR = "color";

    private ListEdit() {}

    public static Ruling decide(Attempt attempt, EditList asked) {
        Optional<TaskList> found = Living.list(attempt.state(), asked.getId());
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("list"));
        }
        TaskList before = found.get();
        if (attempt.expectsOtherThan(before.getVersion())) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.of(EntityStates.of(before))));
        }
        Optional<Rejection> fault = fault(asked);
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        return position(attempt, asked, before).then(position -> edit(attempt, asked, before, position));
    }

    private static Optional<Rejection> fault(EditList asked) {
        return asked.getName()
                .flatMap(ListFields::nameFault)
                .or(() -> asked.getColor().flatMap(ListFields::colorFault))
                .or(() -> clearFault(asked));
    }

    private static Optional<Rejection> clearFault(EditList asked) {
        for (String field : asked.getClear()) {
            if (!field.equals(COLOR)) {
                return Optional.of(Rejections.invalid("/" + field, "Can't be cleared."));
            }
            if (asked.getColor().isPresent()) {
                return Optional.of(Rejections.invalid("/" + field, "Can't be both set and cleared."));
            }
        }
        return Optional.empty();
    }

    private static Checked<String> position(Attempt attempt, EditList asked, TaskList before) {
        return asked.getPlacement().isEmpty()
                ? new Checked.Sound<>(before.getPosition())
                : ListFields.position(attempt.state(), before.getId(), asked.getPlacement());
    }

    private static Ruling edit(Attempt attempt, EditList asked, TaskList before, String position) {
        String name = asked.getName().orElse(before.getName());
        Optional<String> color = asked.getClear().contains(COLOR)
                ? Optional.empty()
                : asked.getColor().or(before::getColor);
        List<String> changed = new ArrayList<>();
        if (!name.equals(before.getName())) {
            changed.add("name");
        }
        if (!color.equals(before.getColor())) {
            changed.add(COLOR);
        }
        if (!position.equals(before.getPosition())) {
            changed.add("position");
        }
        if (changed.isEmpty()) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(before)));
        }
        EventMetadata metadata = attempt.stamp();
        TaskList after = new TaskList(
                before.getId(),
                before.getWorkspaceId(),
                name,
                color.orElse(null),
                position,
                before.getCreatedAt(),
                before.getCreatedBy(),
                attempt.now(),
                null,
                before.getVersion() + 1,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new ListEdited(metadata, after, changed)),
                Optional.of(EntityStates.of(before)),
                Optional.of(EntityStates.of(after)));
    }
}
