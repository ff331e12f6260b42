package dev.almanac.api.trace;

import org.springframework.web.server.ServerWebExchange;

/** The id of a request, for the log; the client finds the same one in the header {@code X-Request-Id}. */
public final class RequestId {
    static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "-");
    }
}
