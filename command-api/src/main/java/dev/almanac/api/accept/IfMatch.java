package dev.almanac.api.accept;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header that makes a change depend on the version of what it changes (RFC 9110, section 13.1.1). */
public final class IfMatch {
    /** A strong entity tag, which for us is the version in quotes. */
    private static final Pattern VERSION = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private IfMatch() {}

    /**
     * The version that is asked for; empty where any will do, which {@code *} says too, since what isn't there is
     * refused anyway.
     *
     * @param values of the header, one for each time that it was sent
     * @throws dev.almanac.api.problem.ProblemException where it is anything but one strong tag
     */
    public static Optional<Long> version(List<String> values) {
        if (values.isEmpty() || values.equals(List.of("*"))) {
            return Optional.empty();
        }
        var tag = VERSION.matcher(values.getFirst().strip());
        if (values.size() > 1 || !tag.matches()) {
            throw Problem.of(
                            ProblemType.VALIDATION,
                            "If-Match: expected one strong entity tag as an ETag header gave it, such as \"7\", or *")
                    .exception();
        }
        return Optional.of(Long.valueOf(tag.group(1)));
    }
}
