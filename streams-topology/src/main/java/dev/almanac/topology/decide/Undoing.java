package dev.almanac.topology.decide;

import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.comment.CommentUndo;
import dev.almanac.topology.decide.list.ListUndo;
import dev.almanac.topology.decide.task.TaskUndo;
import dev.almanac.topology.decide.workspace.WorkspaceUndo;
import java.util.List;
import java.util.Optional;

/**
 * Takes an action back where nothing has come since that stands in its way. What is so already stays so: taking back twice
 * is a success that changes nothing.
 */
final class Undoing {
    private Undoing() {}

    static Ruling decide(Attempt attempt, Undo asked) {
        return switch (asked.getKind()) {
            case TASK -> TaskUndo.decide(attempt, asked);
            case LIST -> ListUndo.decide(attempt, asked);
            case COMMENT -> CommentUndo.decide(attempt, asked);
            case WORKSPACE -> WorkspaceUndo.decide(attempt, asked);
            // Who belongs to a workspace is a matter of trust, to be said anew.
            case MEMBER, REMINDER, FILTER, UNKNOWN -> refused(Optional.empty());
        };
    }

    private static Ruling refused(Optional<EntityState> current) {
        return new Ruling.Refused(Rejections.undoConflict("This can't be taken back.", List.of(), current));
    }
}
