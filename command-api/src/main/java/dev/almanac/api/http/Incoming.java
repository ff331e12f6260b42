package dev.almanac.api.http;

import dev.almanac.api.accept.IdempotencyKey;
import dev.almanac.api.accept.IfMatch;
import dev.almanac.api.accept.JsonBody;
import dev.almanac.api.accept.Parameters;
import dev.almanac.api.security.Caller;
import dev.almanac.schemas.command.Idempotency;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A request to change something, before anyone has looked into it.
 *
 * @param parameters of its query; a parameter that is not understood is refused, since it may well have been meant to limit
 *     what is changed
 * @param body of it; {@link JsonBody#none} where the route takes none
 */
record Incoming(Caller caller, ServerHttpRequest http, Parameters parameters, JsonBody body) {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_USER_AGENT = 256;

    static Incoming of(Caller caller, ServerHttpRequest http, byte[] body) {
        return of(caller, http, body, Set.of());
    }

    /** @param parameters names of the query parameters that the route takes */
    static Incoming of(Caller caller, ServerHttpRequest http, byte[] body, Set<String> parameters) {
        return new Incoming(caller, http, new Parameters(http.getQueryParams(), parameters), JsonBody.parse(body));
    }

    static Incoming of(Caller caller, ServerHttpRequest http) {
        return of(caller, http, Set.of());
    }

    /** @param parameters names of the query parameters that the route takes */
    static Incoming of(Caller caller, ServerHttpRequest http, Set<String> parameters) {
        return new Incoming(caller, http, new Parameters(http.getQueryParams(), parameters), JsonBody.none());
    }

    Actor actor() {
        return new Actor(caller.userId(), ActorKind.USER, caller.name().orElse(null));
    }

    Origin origin() {
        var address = Optional.ofNullable(http.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(InetAddress::getHostAddress);
        var agent = Optional.ofNullable(http.getHeaders().getFirst("User-Agent"))
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_USER_AGENT)));
        return new Origin(address.orElse(null), agent.orElse(null));
    }

    /** The version that the header {@code If-Match} asks for, if it does. */
    Optional<Long> expectedVersion() {
        return IfMatch.version(http.getHeaders().getOrEmpty("If-Match"));
    }

    Optional<IdempotencyKey> idempotencyKey() {
        return IdempotencyKey.of(http.getHeaders().getOrEmpty(IDEMPOTENCY_KEY));
    }

    Optional<Idempotency> idempotency() {
        return idempotencyKey().map(key -> key.of(http.getMethod().name(), pathAndQuery(), body));
    }

    private String pathAndQuery() {
        var uri = http.getURI();
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
    }
}
