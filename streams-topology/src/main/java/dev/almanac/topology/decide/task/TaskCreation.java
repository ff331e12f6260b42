package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Makes a task: in its parent's list, in the one asked for, or in the inbox. */
public final class TaskCreation {
    private TaskCreation() {}

    public static Ruling decide(Attempt attempt, CreateTask asked) {
        if (attempt.state().task(asked.getId()).isPresent()) {
            return new Ruling.Refused(Rejections.idTaken("task"));
        }
        if (attempt.expectsOtherThan(0)) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.empty()));
        }
        Optional<Rejection> fault = TaskFields.fault(asked.getFields())
                .or(() -> titleFault(asked))
                .or(() -> TaskFields.assigneeFault(attempt, asked.getFields(), Optional.empty()));
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        Optional<UUID> parentId = asked.getFields().getParentId();
        return parentId.isPresent()
                ? NewParent.find(attempt, parentId.get(), asked.getId())
                        .then(parent -> inListOf(attempt, asked, parent))
                : inList(attempt, asked, asked.getListId().orElseGet(() -> inbox(attempt)), Optional.empty());
    }

    private static Optional<Rejection> titleFault(CreateTask asked) {
        return asked.getFields().getTitle().isPresent()
                ? Optional.empty()
                : Optional.of(Rejections.invalid("/title", "Must be given."));
    }

    private static UUID inbox(Attempt attempt) {
        return attempt.state().workspace().map(Workspace::getInboxId).orElseThrow();
    }

    private static Ruling inListOf(Attempt attempt, CreateTask asked, Task parent) {
        return asked.getListId()
                        .filter(listId -> !listId.equals(parent.getListId()))
                        .isPresent()
                ? new Ruling.Refused(Rejections.invalid("/listId", "Must be the parent's list."))
                : inList(attempt, asked, parent.getListId(), Optional.of(parent));
    }

    private static Ruling inList(Attempt attempt, CreateTask asked, UUID listId, Optional<Task> parent) {
        if (Living.list(attempt.state(), listId).isEmpty()) {
            return new Ruling.Refused(Rejections.invalid("/listId", "Must be the id of a list."));
        }
        return Moved.positions(attempt.state(), listId, asked.getId(), asked.getPlacement(), 1)
                .then(positions -> create(attempt, asked, listId, positions.getFirst(), parent));
    }

    private static Ruling create(
            Attempt attempt, CreateTask asked, UUID listId, String position, Optional<Task> parent) {
        String title = asked.getFields().getTitle().orElseThrow();
        TaskDraft draft = TaskDraft.first(asked.getId(), listId, title, position)
                .parentId(parent.map(Task::getId).orElse(null));
        TaskFields.apply(asked.getFields(), draft);
        Optional<Rejection> fault = TaskFields.datesFault(asked.getFields(), draft)
                .or(() -> RecurrenceFields.fault(asked.getFields(), draft));
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        asked.getFields().getRecurrence().ifPresent(it -> SeriesEdit.begin(asked.getId(), 1, it, draft));
        EventMetadata metadata = attempt.stamp();
        Task task = draft.at(metadata);
        List<SpecificRecord> events = new ArrayList<>();
        events.add(new TaskCreated(metadata, task));
        parent.ifPresent(above -> events.addAll(Reopened.above(attempt, above)));
        return new Ruling.Changed(events, Optional.empty(), Optional.of(EntityStates.of(task)));
    }
}
