package dev.almanac.topology.query;

import dev.almanac.topology.store.StoredView;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebInputException;

/**
 * A read, before it is known which instance serves it.
 *
 * @param target path and query, as they came
 * @param syncToken the seq that the store must have, 0 for any
 * @param forwarded whether another instance has sent it here
 * @param find answers from the state, once that is found
 */
record ReadRequest<V extends StoredView>(
        UUID workspaceId, String target, long syncToken, boolean forwarded, Function<V, Answer> find) {
    /** Answers from a store, or says that it is not far enough. */
    Answer answer(V workspace) {
        long seq = workspace.seq();
        return seq < syncToken ? new Answer.Behind(seq) : find.apply(workspace);
    }

    /** @throws ServerWebInputException where the Sync-Token is none */
    static <V extends StoredView> ReadRequest<V> of(
            UUID workspaceId, ServerHttpRequest request, Function<V, Answer> find) {
        URI uri = request.getURI();
        String target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        boolean forwarded = request.getHeaders().containsHeader(Headers.FORWARDED);
        return new ReadRequest<>(workspaceId, target, syncToken(request), forwarded, find);
    }

    private static long syncToken(ServerHttpRequest request) {
        String token = request.getHeaders().getFirst(Headers.SYNC_TOKEN);
        if (token == null) {
            return 0;
        }
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw new ServerWebInputException("Sync-Token must be a number", null, e);
        }
    }
}
