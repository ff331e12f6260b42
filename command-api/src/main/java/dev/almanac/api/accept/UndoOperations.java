package dev.almanac.api.accept;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes of what the audit log tells the operations that take it back, the last thing first. */
public final class UndoOperations {
    private UndoOperations() {}

    /** @param done accepted actions, of one command */
    public static List<Operation> of(List<AuditEntry> done) {
        return done.stream()
                .sorted(Comparator.comparing(AuditEntry::getOperation).reversed())
                .map(UndoOperations::undo)
                .map(undo -> Operation.newBuilder().setUndo(undo).build())
                .toList();
    }

    private static Undo undo(AuditEntry entry) {
        var notes = entry.getBefore().flatMap(UndoOperations::notes);
        var same =
                entry.getBefore().isPresent() && notes.equals(entry.getAfter().flatMap(UndoOperations::notes));
        return new Undo(
                entry.getEventId().orElseThrow(),
                entry.getKind(),
                entry.getEntityId().orElseThrow(),
                entry.getBefore()
                        .map(state -> same ? withoutNotes(state) : state)
                        .orElse(null),
                entry.getAfter()
                        .map(state -> same ? withoutNotes(state) : state)
                        .orElse(null),
                entry.getSeq().orElseThrow(),
                entry.getLastSeq().or(entry::getSeq).orElseThrow(),
                entry.getOthers());
    }

    private static Optional<String> notes(EntityState state) {
        return state.getTask().flatMap(Task::getNotes);
    }

    /** They are all that is large, and where they did not change there is nothing to take back. */
    private static EntityState withoutNotes(EntityState state) {
        return state.getTask()
                .map(task -> EntityState.newBuilder()
                        .setTask(Task.newBuilder(task).setNotes(null).build())
                        .build())
                .orElse(state);
    }
}
