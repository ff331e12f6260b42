package dev.almanac.topology.decide.bounds;

import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What tags are sound. */
public final class Tags {
    private Tags() {}

    /** @return what is wrong; empty where nothing is */
    public static Optional<Rejection> fault(List<String> tags, String pointer) {
        if (tags.size() > Limits.TAGS) {
            return Optional.of(Rejections.invalid(pointer, "Must be at most " + Limits.TAGS + " tags."));
        }
        Set<String> seen = HashSet.newHashSet(tags.size());
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.get(i);
            Optional<Rejection> fault = Texts.lineFault(tag, Limits.TAG, pointer + "/" + i);
            if (fault.isPresent()) {
                return fault;
            }
            if (!seen.add(tag.toLowerCase(Locale.ROOT))) {
                return Optional.of(Rejections.invalid(pointer + "/" + i, "Must not repeat another tag."));
            }
        }
        return Optional.empty();
    }
}
