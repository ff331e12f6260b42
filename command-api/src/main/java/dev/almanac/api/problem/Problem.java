package dev.almanac.api.problem;

import dev.almanac.schemas.model.EntityState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One occurrence of a problem, as RFC 9457 tells it.
 *
 * @param type what kind of problem
 * @param detail a sentence for a person about this occurrence; never holds a secret
 * @param errors what is wrong with the body, where that is the problem
 * @param current the thing as it is now, where a precondition on it failed
 * @param fields of the thing that stand in the way, as its JSON names them
 * @param retryAfter when trying again makes sense, in whole seconds
 */
public record Problem(
        ProblemType type,
        String detail,
        List<Violation> errors,
        Optional<EntityState> current,
        List<String> fields,
        Optional<Duration> retryAfter) {
    public Problem {
        errors = List.copyOf(errors);
        fields = List.copyOf(fields);
    }

    /** A problem of which there is nothing more to tell than a sentence. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /** A body with values that are not as the contract wants them. */
    public static Problem validation(List<Violation> errors) {
        var detail = errors.size() == 1 ? errors.getFirst().detail() : errors.size() + " values are not valid";
        return new Problem(ProblemType.VALIDATION, detail, errors, Optional.empty(), List.of(), Optional.empty());
    }

    /** A problem that is over after a while. */
    public static Problem temporary(ProblemType type, String detail, Duration retryAfter) {
        return new Problem(type, detail, List.of(), Optional.empty(), List.of(), Optional.of(retryAfter));
    }

    /** The same, telling what is there now. */
    public Problem withCurrent(Optional<EntityState> state) {
        return new Problem(type, detail, errors, state, fields, retryAfter);
    }

    /** The same, telling which fields stand in the way. */
    public Problem withFields(List<String> names) {
        return new Problem(type, detail, errors, current, names, retryAfter);
    }

    /** The same as an exception, for the edge to answer with. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
