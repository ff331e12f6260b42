package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskEdited;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Difference;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.attempt.Steps;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What it takes to take back an action that a series of tasks had a part in. */
final class SeriesUndo {
    private static final List<String> FIELD = List.of("recurrence");

    private SeriesUndo() {}

    /** Whether it is this action that made the next occurrence. */
    static boolean madeNext(Task before, Task after) {
        return successor(before).isEmpty() && successor(after).isPresent();
    }

    /** Whether the next occurrence can go again: nobody has touched it, nor the one before since. */
    static boolean canTakeNextBack(Attempt attempt, Task after, Task now) {
        return successor(after).equals(successor(now))
                && TakenBack.from(attempt.state(), now).isPresent();
    }

    /** That one which was cancelled already was skipped: only the next one goes. */
    static Ruling skipping(Attempt attempt, Task after, Task now) {
        if (successor(now).isEmpty()) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(now)));
        }
        if (!canTakeNextBack(attempt, after, now)) {
            return conflict(now);
        }
        return new Steps(attempt)
                .then(next -> TaskReopening.takeBack(next, now.getId(), false))
                .then(next -> TaskClosing.cancel(next, new CancelTask(now.getId())))
                .ruling(
                        Optional.of(EntityStates.of(now)),
                        done -> done.state().task(now.getId()).map(EntityStates::of));
    }

    static Ruling conflict(Task now) {
        return Difference.conflict(FIELD, EntityStates.of(now));
    }

    /**
     * Whether the closing was all that was ever done with an occurrence that another had brought. With it taken back that
     * one can be taken back too.
     */
    static boolean isAsMade(Task before, Task now) {
        return before.getRecurrence().filter(it -> it.getGenerated() > 1).isPresent()
                && before.getUpdatedAt().equals(before.getCreatedAt())
                && Difference.between(before, now, TaskUndoFields.ALL)
                        .changed()
                        .keySet()
                        .equals(Set.of("status"));
    }

    /** The scope of an edit, as what became of the series tells. */
    static EditScope scopeOf(Difference<Task> edit) {
        Optional<Recurrence> before = edit.before().getRecurrence();
        Optional<Recurrence> after = edit.after().getRecurrence();
        if (before.isEmpty() || after.isEmpty() || successor(edit.after()).isPresent()) {
            return EditScope.THIS;
        }
        boolean ofTheSeries = before.get().getTemplate().isPresent()
                ? !before.get().getTemplate().equals(after.get().getTemplate())
                : after.get().getTemplate().isEmpty()
                        && SeriesEdit.isShared(edit.changed().keySet());
        return ofTheSeries || isAnother(edit) ? EditScope.FUTURE : EditScope.THIS;
    }

    /** Whether the action made another series of it: began one, split it, or ended it. */
    static boolean isAnother(Difference<Task> edit) {
        Task before = edit.before();
        Task after = edit.after();
        return before.getRecurrence().isPresent()
                && (!before.getSeriesId().equals(after.getSeriesId())
                        || !before.getOccurrence().equals(after.getOccurrence())
                        || !Objects.equals(anchor(before), anchor(after)));
    }

    private static Optional<Object> anchor(Task task) {
        return task.getRecurrence().map(Recurrence::getAnchor);
    }

    /**
     * The series as it was: with its dates and its count, which no edit can name. They are believed, as far as the series
     * has not gone on.
     */
    static Ruling restore(Attempt attempt, Task before, UUID id) {
        return ExistingTask.find(attempt, id, task -> {
            if (successor(task).isPresent()) {
                return conflict(task);
            }
            EventMetadata metadata = attempt.stamp();
            Task after = TaskDraft.of(task)
                    .recurrence(before.getRecurrence().orElseThrow())
                    .occurrence(
                            before.getSeriesId().orElseThrow(),
                            before.getOccurrence().orElseThrow())
                    .at(metadata);
            return new Ruling.Changed(
                    List.of(new TaskEdited(metadata, after, FIELD)),
                    Optional.of(EntityStates.of(task)),
                    Optional.of(EntityStates.of(after)));
        });
    }

    private static Optional<UUID> successor(Task task) {
        return task.getRecurrence().flatMap(Recurrence::getSuccessor);
    }
}
