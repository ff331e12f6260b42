package dev.almanac.api.security;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The authenticated user who sent a request; a handler takes it with {@code @AuthenticationPrincipal}.
 *
 * @param userId derived from the token's issuer and subject; also the id of the personal workspace
 * @param name the name to show, as the token tells it
 * @param expiresAt when the token ends; a stream that is open then must close
 */
public record Caller(UUID userId, Optional<String> name, Instant expiresAt) {}
