package dev.almanac.topology.decide.task;

import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskReopened;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Tasks that become open again. Above an open task all are open, so that whoever looks for it from the top finds it. */
final class Reopened {
    private Reopened() {}

    /** @param leadsAgain true where its series goes on from it again */
    static TaskReopened event(Attempt attempt, Task task, boolean leadsAgain) {
        EventMetadata metadata = attempt.stamp();
        TaskDraft draft = TaskDraft.of(task).status(TaskStatus.OPEN).completedAt(null);
        if (leadsAgain) {
            draft.recurrence(Recurrences.handedOn(task.getRecurrence().orElseThrow(), null));
        }
        return new TaskReopened(metadata, draft.at(metadata));
    }

    /** Reopens the parent and all above it, as far as they are closed, for an open task that comes below them. */
    static List<SpecificRecord> above(Attempt attempt, Task parent) {
        if (parent.getStatus() == TaskStatus.OPEN) {
            return List.of();
        }
        return Stream.concat(Stream.of(parent), TaskTree.ancestors(attempt.state(), parent).stream())
                .filter(task -> task.getStatus() != TaskStatus.OPEN)
                .<SpecificRecord>map(task -> event(attempt, task, false))
                .toList();
    }
}
