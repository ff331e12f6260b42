package dev.almanac.topology.decide.comment;

import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.bounds.Texts;
import java.util.Optional;

/** What a comment may say. */
final class CommentText {
    private static final String POINTER = "/text";

    private CommentText() {}

    static Optional<Rejection> fault(String text) {
        return text.isBlank()
                ? Optional.of(Rejections.invalid(POINTER, "Must not be blank."))
                : Texts.textFault(text, Limits.COMMENT, POINTER);
    }
}
