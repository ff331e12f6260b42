package dev.almanac.topology.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets only Almanac's own services in. Health and metrics alone are for everyone who reaches the port; whatever is not
 * written exactly as they are needs the token, so that no other spelling of a path gets around it.
 */
final class InternalTokenFilter implements WebFilter {
    private static final String OPEN = "/actuator/";
    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    InternalTokenFilter(String token) {
        this.token = token.getBytes(UTF_8);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return path.startsWith(OPEN) || isToken(authorization)
                ? chain.filter(exchange)
                : refuse(exchange.getResponse());
    }

    private boolean isToken(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(SCHEME)
                // Takes as long whatever the first wrong character is.
                && MessageDigest.isEqual(
                        authorization.substring(SCHEME.length()).getBytes(UTF_8), token);
    }

    private static Mono<Void> refuse(ServerHttpResponse response) {
        response.setStatusCode(Problem.UNAUTHORIZED.status());
        response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(Problem.UNAUTHORIZED.body())));
    }
}
