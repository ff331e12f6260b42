package dev.almanac.api.provision;

import dev.almanac.api.security.Caller;
import dev.almanac.api.security.Callers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Makes a new user's personal workspace before the first handler asks for it. */
@Component
@Order(ProvisioningFilter.ORDER)
class ProvisioningFilter implements WebFilter {
    /** After the rate limit, so that this can't be used to send commands without one. */
    static final int ORDER = 10;

    private static final Logger log = LoggerFactory.getLogger(ProvisioningFilter.class);

    private final PersonalWorkspaces workspaces;

    ProvisioningFilter(PersonalWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Callers.of(exchange)
                .flatMap(caller -> provide(caller, exchange))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Long> provide(Caller caller, ServerWebExchange exchange) {
        var provided = workspaces.of(caller);
        // Who only reads has most likely been here before, and need not wait for a topology that doesn't answer.
        return exchange.getRequest().getMethod() == HttpMethod.GET
                ? provided.onErrorResume(failure -> {
                    log.warn(
                            "Whether {} has a personal workspace is not known: {}",
                            caller.userId(),
                            failure.toString());
                    return Mono.empty();
                })
                : provided;
    }
}
