package dev.almanac.api.accept;

import dev.almanac.schemas.command.EditScope;

/** The query parameter {@code scope} of an edit: which occurrences of a series it is about. */
public final class EditScopes {
    public static final String NAME = "scope";

    private EditScopes() {}

    /**
     * This occurrence alone, unless told otherwise.
     *
     * @throws dev.almanac.api.problem.ProblemException where it is not as agreed
     */
    public static EditScope of(Parameters parameters) {
        return switch (parameters.text(NAME).orElse("this")) {
            case "this" -> EditScope.THIS;
            case "future" -> EditScope.FUTURE;
            default -> throw Parameters.refused(NAME + ": expected this or future, once");
        };
    }
}
