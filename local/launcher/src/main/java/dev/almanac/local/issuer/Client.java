package dev.almanac.local.issuer;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that users sign in to, and that keeps no secret.
 *
 * @param id as it calls itself
 * @param redirects where users may be sent back to, exactly
 */
public record Client(String id, Set<URI> redirects) {
    public Client {
        redirects = Set.copyOf(redirects);
    }

    /** A web page served from the root of a port of this machine, by either of its names. */
    public static Client pageOf(String id, int port) {
        return new Client(
                id,
                Stream.of("localhost", "127.0.0.1")
                        .map(host -> URI.create("http://" + host + ":" + port + "/"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The origins of its pages, which may call the issuer. */
    Set<String> origins() {
        return redirects.stream()
                .map(redirect -> redirect.getScheme() + "://" + redirect.getAuthority())
                .collect(Collectors.toUnmodifiableSet());
    }
}
