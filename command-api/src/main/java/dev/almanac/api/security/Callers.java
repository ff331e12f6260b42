package dev.almanac.api.security;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds the caller where there is no handler to be given one. */
public final class Callers {
    private Callers() {}

    /** The caller; empty where the request came without a token, to what is public. */
    public static Mono<Caller> of(ServerWebExchange exchange) {
        return exchange.<CallerAuthentication>getPrincipal().map(CallerAuthentication::getPrincipal);
    }
}
