package dev.almanac.api.filter.read;

import java.util.List;
import java.util.Locale;

/**
 * A value as it was written.
 *
 * @param text without quotes
 * @param position of its first character
 */
record Value(String text, int position) {
    /** As text is compared. */
    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** It is none that its field knows. */
    MisreadException refused(List<String> expected) {
        return new MisreadException(
                position, "'%s' is not what was expected: %s".formatted(text, String.join(", ", expected)), expected);
    }
}
