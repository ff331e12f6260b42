package dev.almanac.topology.decide.comment;

import dev.almanac.schemas.command.AddComment;
import dev.almanac.schemas.event.CommentAdded;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Adds a comment to a task. */
public final class CommentAddition {
    private CommentAddition() {}

    public static Ruling decide(Attempt attempt, AddComment asked) {
        if (Living.task(attempt.state(), asked.getTaskId()).isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("task"));
        }
        if (attempt.state().comment(asked.getId()).isPresent()) {
            return new Ruling.Refused(Rejections.idTaken("comment"));
        }
        if (attempt.expectsOtherThan(0)) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.empty()));
        }
        Optional<Rejection> fault = CommentText.fault(asked.getText());
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        EventMetadata metadata = attempt.stamp();
        Comment comment = new Comment(
                asked.getId(),
                attempt.workspaceId(),
                asked.getTaskId(),
                attempt.actorId(),
                asked.getText(),
                attempt.now(),
                attempt.now(),
                1L,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new CommentAdded(metadata, comment)), Optional.empty(), Optional.of(EntityStates.of(comment)));
    }
}
