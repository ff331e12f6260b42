package dev.almanac.topology.decide.bounds;

import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import java.util.Optional;

/**
 * What texts are sound. U+0000 is in none: Postgres, which keeps the read model, can't store it.
 *
 * <p>Each check returns what is wrong, or empty where nothing is.
 */
public final class Texts {
    private Texts() {}

    /** A text of one line, such as a name: not blank, and no control characters. */
    public static Optional<Rejection> lineFault(String text, int maxCodePoints, String pointer) {
        if (text.isBlank()) {
            return Optional.of(Rejections.invalid(pointer, "Must not be blank."));
        }
        if (text.length() > maxCodePoints && text.codePointCount(0, text.length()) > maxCodePoints) {
            return Optional.of(Rejections.invalid(pointer, "Must have at most " + maxCodePoints + " characters."));
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return Optional.of(Rejections.invalid(pointer, "Must not contain control characters."));
            }
        }
        return Optional.empty();
    }

    /** A text of any number of lines, which may be empty. */
    public static Optional<Rejection> textFault(String text, int maxBytes, String pointer) {
        if (text.length() > maxBytes || utf8Length(text) > maxBytes) {
            return Optional.of(Rejections.invalid(pointer, "Must have at most " + maxBytes + " bytes of UTF-8."));
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of(Rejections.invalid(pointer, "Must not contain U+0000."));
        }
        return Optional.empty();
    }

    /** Counts without encoding. */
    private static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                // A pair of surrogates is four bytes, two for each.
                bytes += 2;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
