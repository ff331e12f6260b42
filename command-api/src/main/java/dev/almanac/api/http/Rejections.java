package dev.almanac.api.http;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.problem.Violation;
import dev.almanac.schemas.result.Rejection;
import java.util.List;
import java.util.Optional;

/** From the topology's reasons for refusing to the problems of the API. */
final class Rejections {
    private Rejections() {}

    /** @param bodyPointer to the operation's body within the request's */
    static Problem problem(Rejection rejection, String bodyPointer) {
        var detail = rejection.getDetail();
        return switch (rejection.getCode()) {
            case WORKSPACE_NOT_FOUND, NOT_FOUND -> Problem.of(ProblemType.NOT_FOUND, detail);
            case FORBIDDEN -> Problem.of(ProblemType.FORBIDDEN, detail);
            case ID_TAKEN -> Problem.of(ProblemType.ID_TAKEN, detail);
            case VERSION_MISMATCH ->
                Problem.of(ProblemType.VERSION_MISMATCH, detail).withCurrent(rejection.getCurrent());
            case INVALID ->
                Problem.validation(List.of(
                        new Violation(bodyPointer + rejection.getPointer().orElse(""), detail)));
            // A reason that a newer topology gives is at least a reason.
            case CONFLICT, UNKNOWN ->
                Problem.of(ProblemType.CONFLICT, detail)
                        .withFields(rejection.getFields())
                        .withCurrent(rejection.getCurrent());
            case LIMIT_EXCEEDED -> Problem.of(ProblemType.LIMIT_EXCEEDED, detail);
            case IDEMPOTENCY_MISMATCH -> Problem.of(ProblemType.IDEMPOTENCY_MISMATCH, detail);
        };
    }

    static Problem notAttempted() {
        return Problem.of(ProblemType.NOT_ATTEMPTED, "Nothing was changed, since another operation was refused");
    }

    static Problem problem(Optional<Rejection> rejection, String bodyPointer) {
        return rejection
                .map(reason -> problem(reason, bodyPointer))
                .orElseGet(() -> Problem.of(ProblemType.CONFLICT, "Refused"));
    }
}
