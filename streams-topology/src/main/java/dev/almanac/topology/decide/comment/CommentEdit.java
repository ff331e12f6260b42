package dev.almanac.topology.decide.comment;

import dev.almanac.schemas.command.EditComment;
import dev.almanac.schemas.event.CommentEdited;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Changes what a comment says. */
public final class CommentEdit {
    private CommentEdit() {}

    public static Ruling decide(Attempt attempt, EditComment asked) {
        return ExistingComment.find(
                attempt, asked.getTaskId(), asked.getId(), before -> edit(attempt, before, asked.getText()));
    }

    private static Ruling edit(Attempt attempt, Comment before, String text) {
        Optional<Rejection> fault = CommentText.fault(text);
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        if (text.equals(before.getText())) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(before)));
        }
        EventMetadata metadata = attempt.stamp();
        Comment after = new Comment(
                before.getId(),
                before.getWorkspaceId(),
                before.getTaskId(),
                before.getAuthor(),
                text,
                before.getCreatedAt(),
                attempt.now(),
                before.getVersion() + 1,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new CommentEdited(metadata, after)),
                Optional.of(EntityStates.of(before)),
                Optional.of(EntityStates.of(after)));
    }
}
