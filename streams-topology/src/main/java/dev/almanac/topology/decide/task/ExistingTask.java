package dev.almanac.topology.decide.task;

import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds the task that an operation changes, at the version that it expects. */
final class ExistingTask {
    private ExistingTask() {}

    static Ruling find(Attempt attempt, UUID id, Function<Task, Ruling> then) {
        Optional<Task> found = Living.task(attempt.state(), id);
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("task"));
        }
        Task task = found.get();
        if (attempt.expectsOtherThan(task.getVersion())) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.of(EntityStates.of(task))));
        }
        return then.apply(task);
    }
}
