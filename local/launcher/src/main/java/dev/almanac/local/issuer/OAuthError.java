package dev.almanac.local.issuer;

/** A refusal that OAuth has a name for (RFC 6749, 4.1.2.1 and 5.2). */
final class OAuthError extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    OAuthError(String code, String description) {
        super(description);
        this.code = code;
    }

    String code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
