package dev.almanac.local.issuer;

import java.net.URI;

/**
 * Where the issuer is, which is also its name in tokens.
 *
 * @param url without a slash at its end
 */
public record IssuerAddress(URI url) {
    public static IssuerAddress at(int port) {
        return new IssuerAddress(URI.create("http://127.0.0.1:" + port));
    }

    int port() {
        return url.getPort();
    }

    String path(String path) {
        return url + path;
    }
}
