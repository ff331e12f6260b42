package dev.almanac.local.issuer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a token is for. On one's own machine the name is proof enough.
 *
 * @param value the name, which is also the token's subject
 */
public record UserName(String value) {
    private static final int LONGEST = 64;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} ._@'-]*");
    private static final Pattern NOT_IN_EMAIL = Pattern.compile("[^a-z0-9]+");

    public UserName {
        if (value.length() > LONGEST || !ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST
                    + " characters: letters, digits, spaces and . _ @ ' -, of which a letter or digit is the first");
        }
    }

    /** The name that somebody typed; empty where it is none. */
    public static Optional<UserName> parse(String typed) {
        try {
            return Optional.of(new UserName(
                    Normalizer.normalize(typed, Normalizer.Form.NFC).strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An address that no mail ever reaches. */
    String email() {
        String ascii = Normalizer.normalize(value, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return NOT_IN_EMAIL.matcher(ascii).replaceAll(".") + "@almanac.test";
    }
}
