package dev.almanac.api.accept;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place in a request's body, and the list of everything that was found wrong in that body. */
final class Place {
    /** Enough to mend a form by; a hundred operations that are all wrong need not be told one by one. */
    private static final int MOST_TOLD = 50;

    private final String pointer;
    private final List<Violation> violations;

    private Place(String pointer, List<Violation> violations) {
        this.pointer = pointer;
        this.violations = violations;
    }

    /** The whole body. */
    static Place root() {
        return new Place("", new ArrayList<>());
    }

    Place at(String field) {
        return new Place(pointer + '/' + field.replace("~", "~0").replace("/", "~1"), violations);
    }

    Place at(int index) {
        return new Place(pointer + '/' + index, violations);
    }

    String pointer() {
        return pointer;
    }

    /** Notes what is wrong here; the reader goes on without a value, so that everything wrong is told at once. */
    <T> Optional<T> refuse(String detail) {
        if (violations.size() < MOST_TOLD) {
            violations.add(new Violation(pointer, detail));
        }
        return Optional.empty();
    }

    /** The same of a text, from some character of it on. */
    <T> Optional<T> refuse(int position, String detail, List<String> expected) {
        if (violations.size() < MOST_TOLD) {
            violations.add(Violation.ofText(pointer, position, detail, expected));
        }
        return Optional.empty();
    }

    /** Everything that was found wrong so far. */
    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** What was read from the whole body, if nothing in it was refused. */
    <T> T settle(Optional<T> read) {
        if (!violations.isEmpty()) {
            throw Problem.validation(violations).exception();
        }
        return read.orElseThrow();
    }
}
