package dev.almanac.topology.decide.filter;

import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.bounds.Colors;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.bounds.Texts;
import java.util.Optional;

/** What values of a saved filter are sound. The language of filters is not known here: only how long a text of it may be. */
final class FilterFields {
    static final String SORT = "sort";
    static final String COLOR = "color";

    private FilterFields() {}

    /** @return what is wrong with any of those that are there; empty where nothing is */
    static Optional<Rejection> fault(
            Optional<String> name, Optional<String> filter, Optional<String> sort, Optional<String> color) {
        return name.flatMap(text -> Texts.lineFault(text, Limits.NAME, "/name"))
                .or(() -> filter.flatMap(FilterFields::filterFault))
                .or(() -> sort.flatMap(text -> Texts.lineFault(text, Limits.SORT, "/sort")))
                .or(() -> color.flatMap(text -> Colors.fault(text, "/color")));
    }

    private static Optional<Rejection> filterFault(String filter) {
        if (filter.isBlank()) {
            return Optional.of(Rejections.invalid("/filter", "Must not be blank."));
        }
        return filter.codePointCount(0, filter.length()) > Limits.FILTER
                ? Optional.of(Rejections.invalid("/filter", "Must have at most " + Limits.FILTER + " characters."))
                : Texts.textFault(filter, Integer.MAX_VALUE, "/filter");
    }
}
