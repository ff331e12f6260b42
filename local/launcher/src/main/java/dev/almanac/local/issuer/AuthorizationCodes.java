package dev.almanac.local.issuer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Codes that were given out and not yet exchanged: each good once, for a minute, the oldest forgotten where there are many. */
final class AuthorizationCodes {
    static final Duration LIFE = Duration.ofMinutes(1);
    static final int MOST = 1_000;
    private static final int BYTES = 24;

    /** What a code stands for, and until when. */
    private record Grant(UserName user, AuthorizationRequest request, Instant expiresAt) {}

    /** What was granted. */
    record Granted(UserName user, AuthorizationRequest request) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> grants = new LinkedHashMap<>();

    AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue(UserName user, AuthorizationRequest request) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (grants.size() >= MOST) {
            grants.remove(grants.keySet().iterator().next());
        }
        grants.put(code, new Grant(user, request, clock.instant().plus(LIFE)));
        return code;
    }

    /** What the code stands for; empty where it is unknown, used or expired. */
    synchronized Optional<Granted> redeem(String code) {
        return Optional.ofNullable(grants.remove(code))
                .filter(grant -> clock.instant().isBefore(grant.expiresAt()))
                .map(grant -> new Granted(grant.user(), grant.request()));
    }
}
