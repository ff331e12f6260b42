package dev.almanac.api.accept;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.schemas.command.EditScope;
import java.util.List;
import java.util.Map;

/** The query parameter {@code scope} of an edit: which occurrences of a series it is about. */
public final class EditScopes {
    public static final String NAME = "scope";

    private EditScopes() {}

    /**
     * This occurrence alone, unless told otherwise.
     *
     * @throws dev.almanac.api.problem.ProblemException where it is not as agreed
     */
    public static EditScope of(Map<String, List<String>> parameters) {
        return switch (parameters.getOrDefault(NAME, List.of("this"))) {
            case List<String> scope when scope.equals(List.of("this")) -> EditScope.THIS;
            case List<String> scope when scope.equals(List.of("future")) -> EditScope.FUTURE;
            case List<String> any -> throw refused(NAME + ": expected this or future, once");
        };
    }

    private static RuntimeException refused(String detail) {
        return Problem.of(ProblemType.VALIDATION, detail).exception();
    }
}
