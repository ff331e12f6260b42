package dev.almanac.api.accept;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Short words for the tests of what is accepted. */
final class Refusals {
    static final UUID ID = UUID.fromString("0190a8f4-7c1d-7000-8000-000000000001");
    static final UUID NEW_ID = UUID.fromString("0190a8f4-7c1d-7000-8000-0000000000ff");

    private Refusals() {}

    static JsonBody json(String text) {
        return JsonBody.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The problem with which this ends. */
    static Problem refused(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call), "nothing was refused")
                .problem();
    }
}
