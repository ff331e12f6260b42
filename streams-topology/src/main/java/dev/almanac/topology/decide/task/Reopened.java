package dev.almanac.topology.decide.task;

import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskReopened;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.bounds.Limits;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Tasks that become open again. Above an open task all are open, so that whoever looks for it from the top finds it. */
final class Reopened {
    /** How many events it takes to open what is above a task, at the most. */
    static final int MOST_ABOVE = (Limits.TREE_DEPTH - 1) * (1 + Limits.REMINDERS);

    private Reopened() {}

    /**
     * @param leadsAgain true where its series goes on from it again
     * @param asMade true where nobody has touched it but by what is taken back now
     */
    static TaskReopened event(Attempt attempt, Task task, boolean leadsAgain, boolean asMade) {
        EventMetadata metadata = attempt.stamp();
        TaskDraft draft = TaskDraft.of(task).status(TaskStatus.OPEN).completedAt(null);
        if (leadsAgain) {
            draft.recurrence(Recurrences.handedOn(task.getRecurrence().orElseThrow(), null));
        }
        if (asMade) {
            draft.asMade();
        }
        return new TaskReopened(metadata, draft.at(metadata));
    }

    /** Reopens the parent and all above it, as far as they are closed, for an open task that comes below them. */
    static List<SpecificRecord> above(Attempt attempt, Task parent) {
        return Stream.concat(Stream.of(parent), TaskTree.ancestors(attempt.state(), parent).stream())
                .filter(task -> task.getStatus() != TaskStatus.OPEN)
                .<SpecificRecord>map(task -> event(attempt, task, false, false))
                .toList();
    }
}
