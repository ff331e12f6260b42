package dev.almanac.topology.decide.list;

import dev.almanac.schemas.command.DeleteList;
import dev.almanac.schemas.command.EditList;
import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ListEdited;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Difference;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.attempt.Steps;
import dev.almanac.topology.decide.order.Placements;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes back that a list was made or changed. One that was deleted stays so: what it held is in the trash by itself. */
public final class ListUndo {
    private static final Map<String, Function<TaskList, Object>> FIELDS = fields();

    private ListUndo() {}

    private static Map<String, Function<TaskList, Object>> fields() {
        Map<String, Function<TaskList, Object>> fields = new LinkedHashMap<>();
        fields.put("name", TaskList::getName);
        fields.put("color", TaskList::getColor);
        fields.put("position", TaskList::getPosition);
        return fields;
    }

    public static Ruling decide(Attempt attempt, Undo asked) {
        Optional<TaskList> after = asked.getAfter().flatMap(EntityState::getList);
        Optional<TaskList> found = attempt.state().list(asked.getId());
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("list"));
        }
        if (after.isEmpty()) {
            return new Ruling.Refused(Rejections.undoConflict(
                    "That a list was deleted can't be taken back; its tasks can be restored from the trash.",
                    List.of("deletedAt"),
                    Optional.empty()));
        }
        return asked.getBefore()
                .flatMap(EntityState::getList)
                .map(before -> edit(attempt, before, after.get()))
                .orElseGet(() -> creation(attempt, after.get(), found.get()));
    }

    private static Ruling creation(Attempt attempt, TaskList made, TaskList now) {
        if (now.getDeletedAt().isPresent()) {
            return new Ruling.Unchanged(Optional.empty());
        }
        List<String> since =
                new ArrayList<>(Difference.between(made, now, FIELDS).changed().keySet());
        if (!attempt.state().tasks(now.getId()).first(1).isEmpty()) {
            since.add("tasks");
        }
        return since.isEmpty()
                ? ListDeletion.decide(attempt, new DeleteList(now.getId()))
                : Difference.conflict(since, EntityStates.of(now));
    }

    private static Ruling edit(Attempt attempt, TaskList before, TaskList after) {
        Optional<TaskList> living = Living.list(attempt.state(), after.getId());
        if (living.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("list"));
        }
        TaskList now = living.get();
        return Difference.between(before, after, FIELDS).undo(now, EntityStates.of(now), difference -> {
            Steps steps = new Steps(attempt);
            if (difference.has("name") || difference.has("color")) {
                steps.then(next -> ListEdit.decide(next, request(difference)));
            }
            if (difference.has("position")) {
                steps.then(next -> replace(next, before));
            }
            return steps.ruling(
                    Optional.of(EntityStates.of(now)),
                    done -> done.state().list(now.getId()).map(EntityStates::of));
        });
    }

    private static EditList request(Difference<TaskList> difference) {
        TaskList before = difference.before();
        boolean clears = difference.has("color") && before.getColor().isEmpty();
        return EditList.newBuilder()
                .setId(before.getId())
                .setName(difference.has("name") ? before.getName() : null)
                .setColor(difference.has("color") ? before.getColor().orElse(null) : null)
                .setClear(clears ? List.of("color") : List.of())
                .build();
    }

    private static Ruling replace(Attempt attempt, TaskList was) {
        TaskList now = attempt.state().list(was.getId()).orElseThrow();
        EventMetadata metadata = attempt.stamp();
        TaskList after = new TaskList(
                now.getId(),
                now.getWorkspaceId(),
                now.getName(),
                now.getColor().orElse(null),
                Placements.again(attempt.state().lists(), new Place(was.getPosition(), was.getId())),
                now.getCreatedAt(),
                now.getCreatedBy(),
                attempt.now(),
                null,
                now.getVersion() + 1,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new ListEdited(metadata, after, List.of("position"))),
                Optional.of(EntityStates.of(now)),
                Optional.of(EntityStates.of(after)));
    }
}
