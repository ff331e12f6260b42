package dev.almanac.api.security;

import java.net.URI;

/** What the page may load and whom it may call: itself, and the issuer that it signs in at. */
final class ContentSecurityPolicy {
    private ContentSecurityPolicy() {}

    static String of(URI issuer) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "manifest-src 'self'",
                "worker-src 'self'",
                "connect-src 'self' " + origin(issuer),
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
