package dev.almanac.api.sync;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** The header {@code Sync-Token}: a seq of the workspace. In an answer it is what the answer shows. */
public final class SyncToken {
    /** Its name. */
    public static final String HEADER = "Sync-Token";

    private static final Pattern SEQ = Pattern.compile("0|[1-9][0-9]{0,17}");

    private SyncToken() {}

    /**
     * The seq that an answer must have reached; 0 where any will do.
     *
     * @throws dev.almanac.api.problem.ProblemException where the header is no seq, or several
     */
    public static long of(HttpHeaders headers) {
        return of(HEADER, headers.getOrEmpty(HEADER));
    }

    /** The seq in the only value of {@code name}; 0 where there is none. */
    public static long of(String name, List<String> values) {
        return switch (values.size()) {
            case 0 -> 0;
            case 1 -> parse(name, values.getFirst());
            default -> throw refused(name);
        };
    }

    /** The seq that is the value of {@code name}. */
    public static long parse(String name, String value) {
        if (!SEQ.matcher(value).matches()) {
            throw refused(name);
        }
        return Long.parseLong(value);
    }

    private static ProblemException refused(String name) {
        return Problem.of(ProblemType.VALIDATION, name + ": expected a seq, a whole number from 0, once")
                .exception();
    }
}
