package dev.almanac.api.accept;

import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.TaskDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives dates that were sent without a zone the user's, so that what follows never has to ask whose clock is meant. */
public final class ZoneStamp {
    private ZoneStamp() {}

    /** Whether any date lacks a zone. */
    public static boolean isNeeded(List<Operation> operations) {
        return operations.stream()
                .flatMap(ZoneStamp::patches)
                .flatMap(patch -> Stream.of(patch.getStart(), patch.getDue()).flatMap(Optional::stream))
                .anyMatch(date -> date.getTimeZone().isEmpty());
    }

    /** The same operations with every date in a zone. */
    public static List<Operation> stamp(List<Operation> operations, ZoneId zone) {
        return operations.stream().map(operation -> stamp(operation, zone)).toList();
    }

    private static Stream<TaskPatch> patches(Operation operation) {
        return Stream.concat(
                operation.getCreateTask().map(CreateTask::getFields).stream(),
                operation.getEditTask().map(EditTask::getPatch).stream());
    }

    private static Operation stamp(Operation operation, ZoneId zone) {
        var expectedVersion = operation.getExpectedVersion();
        return operation
                .getCreateTask()
                .map(create -> Operations.of(stamp(create, zone), expectedVersion))
                .or(() -> operation.getEditTask().map(edit -> Operations.of(stamp(edit, zone), expectedVersion)))
                .orElse(operation);
    }

    private static CreateTask stamp(CreateTask create, ZoneId zone) {
        return new CreateTask(
                create.getId(),
                create.getListId().orElse(null),
                stamp(create.getFields(), zone),
                create.getPlacement().orElse(null));
    }

    private static EditTask stamp(EditTask edit, ZoneId zone) {
        return new EditTask(edit.getId(), stamp(edit.getPatch(), zone), edit.getScope());
    }

    private static TaskPatch stamp(TaskPatch patch, ZoneId zone) {
        return new TaskPatch(
                patch.getTitle().orElse(null),
                patch.getNotes().orElse(null),
                patch.getPriority().orElse(null),
                patch.getTags().orElse(null),
                patch.getStart().map(date -> stamp(date, zone)).orElse(null),
                patch.getDue().map(date -> stamp(date, zone)).orElse(null),
                patch.getEstimate().orElse(null),
                patch.getAssignee().orElse(null),
                patch.getParentId().orElse(null),
                patch.getReminders().orElse(null),
                patch.getRecurrence().orElse(null),
                patch.getClear());
    }

    private static TaskDate stamp(TaskDate date, ZoneId zone) {
        return new TaskDate(
                date.getDate().orElse(null),
                date.getDateTime().orElse(null),
                date.getTimeZone().orElse(zone.getId()));
    }
}
