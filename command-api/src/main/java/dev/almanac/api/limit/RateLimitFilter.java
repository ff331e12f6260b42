package dev.almanac.api.limit;

import dev.almanac.api.security.Callers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps one user from taking what is meant for all. */
@Component
@Order(RateLimitFilter.ORDER)
class RateLimitFilter implements WebFilter {
    /** After authentication, which Spring Security does at -100. */
    static final int ORDER = 0;

    private final RateLimits limits;

    RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Callers.of(exchange)
                .doOnNext(caller -> limits.draw(caller.userId()))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }
}
