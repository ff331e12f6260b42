package dev.almanac.topology.decide.comment;

import dev.almanac.schemas.command.DeleteComment;
import dev.almanac.schemas.event.CommentDeleted;
import dev.almanac.schemas.model.Comment;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Deletes a comment, for good. */
public final class CommentDeletion {
    private CommentDeletion() {}

    public static Ruling decide(Attempt attempt, DeleteComment asked) {
        return ExistingComment.find(attempt, asked.getTaskId(), asked.getId(), comment -> delete(attempt, comment));
    }

    private static Ruling delete(Attempt attempt, Comment comment) {
        return new Ruling.Changed(
                List.of(new CommentDeleted(attempt.stamp(), comment)),
                Optional.of(EntityStates.of(comment)),
                Optional.empty());
    }
}
