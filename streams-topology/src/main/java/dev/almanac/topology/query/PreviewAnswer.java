package dev.almanac.topology.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule comes to, or why it is none. */
sealed interface PreviewAnswer {
    record Occurrences(List<Occurrence> occurrences) implements PreviewAnswer {}

    /** @param note null where there is nothing to note */
    record Occurrence(
            String local, Instant instant, @Nullable String note) {}

    record Refused(List<Fault> errors) implements PreviewAnswer {
        static Refused of(String pointer, String detail) {
            return new Refused(List.of(new Fault(pointer, detail)));
        }
    }

    record Fault(String pointer, String detail) {}
}
