package dev.almanac.projection.write;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The one connection of a writer, opened when it is needed. After any failure it is given up rather than mended: the
 * server rolls back what a lost connection has begun, and nothing waits for the answer of a connection that may be dead.
 *
 * <p>For one transaction at a time.
 */
final class WriterConnection {
    private final ConnectionFactory connections;
    private final Duration timeout;
    private volatile @Nullable Connection current;

    /** @param timeout after which a transaction is given up */
    WriterConnection(ConnectionFactory connections, Duration timeout) {
        this.connections = connections;
        this.timeout = timeout;
    }

    /** Commits what the work has done; or, where it or the commit fails, fails. */
    <T> Mono<T> inTransaction(Function<Connection, Mono<T>> work) {
        return connected()
                .flatMap(connection -> Mono.from(connection.beginTransaction())
                        .then(work.apply(connection))
                        .flatMap(result ->
                                Mono.from(connection.commitTransaction()).thenReturn(result)))
                .timeout(timeout)
                .doOnError(failure -> giveUp());
    }

    private Mono<Connection> connected() {
        Connection open = current;
        return open == null
                ? Mono.<Connection>from(connections.create()).doOnNext(opened -> current = opened)
                : Mono.just(open);
    }

    private void giveUp() {
        Connection broken = current;
        current = null;
        if (broken != null) {
            Mono.from(broken.close()).onErrorComplete().subscribe();
        }
    }
}
