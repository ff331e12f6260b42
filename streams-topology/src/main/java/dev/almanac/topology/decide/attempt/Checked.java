package dev.almanac.topology.decide.attempt;

import dev.almanac.schemas.result.Rejection;
import java.util.function.Function;

/**
 * A value that an operation asks for, or why it can't have it.
 *
 * @param <T> the value's type
 */
public sealed interface Checked<T> {
    record Sound<T>(T value) implements Checked<T> {}

    record Faulty<T>(Rejection rejection) implements Checked<T> {}

    default <R> Checked<R> map(Function<T, R> change) {
        return switch (this) {
            case Sound<T>(T value) -> new Sound<>(change.apply(value));
            case Faulty<T>(Rejection rejection) -> new Faulty<>(rejection);
        };
    }

    /** Goes on with the value, or refuses. */
    default Ruling then(Function<T, Ruling> next) {
        return switch (this) {
            case Sound<T>(T value) -> next.apply(value);
            case Faulty<T>(Rejection rejection) -> new Ruling.Refused(rejection);
        };
    }
}
