package dev.almanac.local.issuer;

import java.util.regex.Pattern;

/**
 * Proof that whoever redeems a code is whoever asked for it (RFC 7636, method S256).
 *
 * @param value the base64url of a SHA-256
 */
record CodeChallenge(String value) {
    static final String METHOD = "S256";
    private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

    CodeChallenge {
        if (!SHA_256.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the base64url of a SHA-256: " + value);
        }
    }

    static boolean isOne(String value) {
        return SHA_256.matcher(value).matches();
    }

    boolean isOf(String verifier) {
        return Sha256.base64Url(verifier).equals(value);
    }
}
