package dev.almanac.topology.decide.task;

import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskDeleted;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import java.time.Instant;

/** Tasks that go to the trash. */
public final class Trashed {
    private Trashed() {}

    /** @param deletedAt the same for all that go together, since that is what they are restored by */
    public static TaskDeleted event(Attempt attempt, Task task, Instant deletedAt) {
        EventMetadata metadata = attempt.stamp();
        return new TaskDeleted(metadata, TaskDraft.of(task).deletedAt(deletedAt).at(metadata));
    }
}
