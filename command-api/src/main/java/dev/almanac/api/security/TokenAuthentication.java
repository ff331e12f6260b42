package dev.almanac.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.almanac.schemas.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Turns a bearer token into a {@link Caller}. Checking a signature costs more than all the rest of a request, so a
 * token found valid is remembered until it expires.
 */
@Component
class TokenAuthentication implements ReactiveAuthenticationManager {
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_NAME = 200;

    private final ReactiveJwtDecoder decoder;
    private final Cache<String, Caller> remembered;

    TokenAuthentication(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfter(Expiry.<String, Caller>creating(
                        (_, caller) -> positive(Duration.between(clock.instant(), caller.expiresAt()))))
                .build();
    }

    @Override
    public Mono<Authentication> authenticate(Authentication authentication) {
        if (!(authentication instanceof BearerTokenAuthenticationToken bearer)) {
            return Mono.empty();
        }
        var token = bearer.getToken();
        var known = remembered.getIfPresent(token);
        if (known != null) {
            return Mono.just(new CallerAuthentication(known));
        }
        return decoder.decode(token)
                .map(TokenAuthentication::caller)
                .doOnNext(caller -> remembered.put(token, caller))
                .<Authentication>map(CallerAuthentication::new)
                .onErrorMap(JwtException.class, TokenAuthentication::refusal);
    }

    private static Caller caller(Jwt jwt) {
        var issuer = jwt.getClaimAsString("iss");
        var subject = jwt.getSubject();
        var expiresAt = jwt.getExpiresAt();
        if (issuer == null || subject == null || subject.isEmpty() || expiresAt == null) {
            throw new BadJwtException("The token needs iss, sub and exp");
        }
        return new Caller(Ids.user(issuer, subject), name(jwt), expiresAt);
    }

    /** The name as far as a line on a screen has use for it; the issuer sets no bounds. */
    private static Optional<String> name(Jwt jwt) {
        return Optional.ofNullable(jwt.getClaimAsString("name"))
                .map(name -> name.codePoints()
                        .filter(point ->
                                !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE)
                        .limit(LONGEST_NAME)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip())
                .filter(name -> !name.isEmpty());
    }

    private static RuntimeException refusal(JwtException cause) {
        return cause instanceof BadJwtException
                ? new InvalidBearerTokenException("The token is not valid", cause)
                : new AuthenticationServiceException("The token could not be checked", cause);
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
