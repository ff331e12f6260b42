package dev.almanac.api.importing;

import dev.almanac.api.quickadd.NamedList;
import dev.almanac.schemas.command.ImportThing;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * From the things of a file to those of a workspace. A thing's id there follows from its id in the file and the workspace
 * alone: what is imported twice is there once, and never in the way of what it was exported from.
 */
final class Translation {
    private final UUID workspaceId;
    private final boolean byName;
    private final Map<String, UUID> existing = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<UUID, UUID> lists = new HashMap<>();

    /** @param byName whether a list of the same name that is there already is meant */
    Translation(UUID workspaceId, boolean byName, List<NamedList> there) {
        this.workspaceId = workspaceId;
        this.byName = byName;
        there.forEach(list -> existing.putIfAbsent(list.name(), list.id()));
    }

    /** The id in a workspace of a thing of a file. */
    static UUID idIn(UUID workspaceId, UUID id) {
        return Ids.v5(workspaceId, "import/" + id);
    }

    private UUID id(UUID id) {
        return idIn(workspaceId, id);
    }

    /** To make the list; empty where it is there. */
    Optional<Operation> list(TaskList list) {
        if (list.getId().equals(Ids.inbox(list.getWorkspaceId()))) {
            lists.put(list.getId(), Ids.inbox(workspaceId));
            return Optional.empty();
        }
        var there = byName ? Optional.ofNullable(existing.get(list.getName())) : Optional.<UUID>empty();
        lists.put(list.getId(), there.orElseGet(() -> id(list.getId())));
        return there.isPresent()
                ? Optional.empty()
                : Optional.of(operation(new EntityState(
                        null,
                        null,
                        new TaskList(
                                id(list.getId()),
                                workspaceId,
                                list.getName(),
                                list.getColor().orElse(null),
                                list.getPosition(),
                                list.getCreatedAt(),
                                list.getCreatedBy(),
                                list.getUpdatedAt(),
                                null,
                                0L,
                                0L),
                        null,
                        null,
                        null,
                        null)));
    }

    Operation task(Task.Builder told) {
        var list = told.hasListId() ? lists.get(told.getListId()) : null;
        var task = told.setId(id(told.getId()))
                .setWorkspaceId(workspaceId)
                .setListId(list == null ? Ids.inbox(workspaceId) : list)
                .setParentId(
                        Optional.ofNullable(told.getParentId()).map(this::id).orElse(null))
                .setSeriesId(
                        Optional.ofNullable(told.getSeriesId()).map(this::id).orElse(null))
                .setRecurrence(Optional.ofNullable(told.getRecurrence())
                        .map(this::recurrence)
                        .orElse(null))
                .build();
        return operation(new EntityState(null, null, null, task, null, null, null));
    }

    private Recurrence recurrence(Recurrence told) {
        return new Recurrence(
                told.getRule(),
                told.getBasis(),
                told.getCreation(),
                told.getCatchUp(),
                told.getAnchor(),
                told.getGenerated(),
                told.getTemplate().orElse(null),
                told.getSuccessor().map(this::id).orElse(null),
                told.getExceptDates());
    }

    Operation comment(Comment told) {
        return operation(new EntityState(
                null,
                null,
                null,
                null,
                new Comment(
                        id(told.getId()),
                        workspaceId,
                        id(told.getTaskId()),
                        told.getAuthor(),
                        told.getText(),
                        told.getCreatedAt(),
                        told.getUpdatedAt(),
                        0L,
                        0L),
                null,
                null));
    }

    private static Operation operation(EntityState thing) {
        return Operation.newBuilder().setImportThing(new ImportThing(thing)).build();
    }
}
