package dev.almanac.topology.decide.comment;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds the comment that an operation changes, and sees to it that the actor may: its author, or an owner. */
final class ExistingComment {
    private ExistingComment() {}

    static Ruling find(Attempt attempt, UUID taskId, UUID id, Function<Comment, Ruling> then) {
        if (Living.task(attempt.state(), taskId).isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("task"));
        }
        Optional<Comment> found = attempt.state()
                .comment(id)
                .filter(comment -> comment.getTaskId().equals(taskId));
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("comment"));
        }
        Comment comment = found.get();
        Optional<Rejection> fault = fault(attempt, comment);
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        if (attempt.expectsOtherThan(comment.getVersion())) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.of(EntityStates.of(comment))));
        }
        return then.apply(comment);
    }

    /** @return why the actor may not change it; empty where that is allowed */
    static Optional<Rejection> fault(Attempt attempt, Comment comment) {
        return mayChange(attempt, comment)
                ? Optional.empty()
                : Optional.of(
                        Rejections.forbidden("Only its author or an owner of the workspace can change a comment."));
    }

    private static boolean mayChange(Attempt attempt, Comment comment) {
        return attempt.isBySystem()
                || attempt.actorId().equals(comment.getAuthor())
                || attempt.state()
                        .member(attempt.actorId())
                        .map(Member::getRole)
                        .equals(Optional.of(Role.OWNER));
    }
}
