package dev.almanac.api.accept;

import java.util.function.Consumer;

/** What a JSON merge patch (RFC 7396) says about one field. */
sealed interface Change<T> {
    /** Nothing: it stays as it is. */
    record Keep<T>() implements Change<T> {}

    /** It is to have no value. */
    record Clear<T>() implements Change<T> {}

    /** It is to have this value. */
    record Set<T>(T value) implements Change<T> {}

    /** Does one thing or the other, or nothing. */
    default void apply(Consumer<T> set, Runnable clear) {
        switch (this) {
            case Keep<T> _ -> {}
            case Clear<T> _ -> clear.run();
            case Set<T>(var value) -> set.accept(value);
        }
    }
}
