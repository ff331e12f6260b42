package dev.almanac.topology.decide.comment;

import dev.almanac.schemas.command.DeleteComment;
import dev.almanac.schemas.command.EditComment;
import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.event.CommentAdded;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Difference;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes back that a comment was added, changed or deleted. It needs what changing it needs: its author, or an owner. */
public final class CommentUndo {
    private static final Map<String, Function<Comment, Object>> FIELDS = Map.of("text", Comment::getText);

    private CommentUndo() {}

    public static Ruling decide(Attempt attempt, Undo asked) {
        Optional<Comment> before = asked.getBefore().flatMap(EntityState::getComment);
        Optional<Comment> after = asked.getAfter().flatMap(EntityState::getComment);
        if (after.isEmpty()) {
            return before.map(comment -> deletion(attempt, comment))
                    .orElseGet(() -> new Ruling.Refused(Rejections.notFound("comment")));
        }
        return before.map(comment -> edit(attempt, comment, after.get()))
                .orElseGet(() -> addition(attempt, after.get()));
    }

    private static Ruling addition(Attempt attempt, Comment added) {
        if (attempt.state().comment(added.getId()).isEmpty()) {
            return new Ruling.Unchanged(Optional.empty());
        }
        return ExistingComment.find(attempt, added.getTaskId(), added.getId(), now -> {
            List<String> since =
                    List.copyOf(Difference.between(added, now, FIELDS).changed().keySet());
            return since.isEmpty()
                    ? CommentDeletion.decide(attempt, new DeleteComment(added.getId(), added.getTaskId()))
                    : Difference.conflict(since, EntityStates.of(now));
        });
    }

    private static Ruling edit(Attempt attempt, Comment before, Comment after) {
        return ExistingComment.find(
                attempt,
                after.getTaskId(),
                after.getId(),
                now -> Difference.between(before, after, FIELDS)
                        .undo(
                                now,
                                EntityStates.of(now),
                                difference -> CommentEdit.decide(
                                        attempt,
                                        new EditComment(before.getId(), before.getTaskId(), before.getText()))));
    }

    private static Ruling deletion(Attempt attempt, Comment was) {
        Optional<Comment> now = attempt.state().comment(was.getId());
        if (now.isPresent()) {
            return new Ruling.Unchanged(now.map(EntityStates::of));
        }
        if (Living.task(attempt.state(), was.getTaskId()).isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("task"));
        }
        Optional<Rejection> fault = ExistingComment.fault(attempt, was).or(() -> CommentText.fault(was.getText()));
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        EventMetadata metadata = attempt.stamp();
        Comment again = new Comment(
                was.getId(),
                attempt.workspaceId(),
                was.getTaskId(),
                was.getAuthor(),
                was.getText(),
                was.getCreatedAt(),
                attempt.now(),
                1L,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new CommentAdded(metadata, again)), Optional.empty(), Optional.of(EntityStates.of(again)));
    }
}
