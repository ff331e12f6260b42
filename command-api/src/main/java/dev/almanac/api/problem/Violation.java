package dev.almanac.api.problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the value of the body at fault; empty for the whole body
 * @param parameter the query parameter at fault, where it is not the body
 * @param detail what was expected there, a sentence for a person
 * @param position of the character in the value from where on it is at fault, where that can be told; from 0, in UTF-16
 * @param expected what could stand there, where that can be listed
 */
public record Violation(
        String pointer, Optional<String> parameter, String detail, OptionalInt position, List<String> expected) {
    public Violation {
        expected = List.copyOf(expected);
    }

    public Violation(String pointer, String detail) {
        this(pointer, Optional.empty(), detail, OptionalInt.empty(), List.of());
    }

    /** Of a text in the body, from some character of it on. */
    public static Violation ofText(String pointer, int position, String detail, List<String> expected) {
        return new Violation(pointer, Optional.empty(), detail, OptionalInt.of(position), expected);
    }

    /** Of a query parameter, from some character of its value on. */
    public static Violation ofParameter(String name, int position, String detail, List<String> expected) {
        return new Violation("", Optional.of(name), detail, OptionalInt.of(position), expected);
    }
}
