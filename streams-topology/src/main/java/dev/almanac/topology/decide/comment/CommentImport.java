package dev.almanac.topology.decide.comment;

import dev.almanac.schemas.event.CommentAdded;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Makes a comment as it was elsewhere; its task may be in the trash. */
public final class CommentImport {
    private CommentImport() {}

    public static Ruling decide(Attempt attempt, Comment told) {
        Optional<Comment> there = attempt.state().comment(told.getId());
        if (there.isPresent()) {
            return new Ruling.Unchanged(there.map(EntityStates::of));
        }
        if (attempt.state().task(told.getTaskId()).isEmpty()) {
            return new Ruling.Refused(Rejections.invalid("/taskId", "Must be the id of a task."));
        }
        Optional<Rejection> fault = CommentText.fault(told.getText());
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        EventMetadata metadata = attempt.stamp();
        Comment comment = new Comment(
                told.getId(),
                attempt.workspaceId(),
                told.getTaskId(),
                attempt.memberOrActor(told.getAuthor()),
                told.getText(),
                attempt.past(told.getCreatedAt()),
                attempt.past(told.getUpdatedAt()),
                1L,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new CommentAdded(metadata, comment)), Optional.empty(), Optional.of(EntityStates.of(comment)));
    }
}
