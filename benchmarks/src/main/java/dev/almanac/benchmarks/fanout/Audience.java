package dev.almanac.benchmarks.fanout;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.util.ByteProcessor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpClient;

/** Many who are connected to one stream. One thread reads for all, and looks for the beginnings of events alone. */
final class Audience implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] BEGINNING = "\nid: ".getBytes(US_ASCII);

    private final LoopResources loop = LoopResources.create("audience", 1, true);
    private final List<Connection> connections = new ArrayList<>();
    private volatile @Nullable Expected expected;

    private Audience() {}

    /** What is to arrive, and when it did. */
    static final class Expected {
        private final CountDownLatch complete = new CountDownLatch(1);
        private final long[] arrivals;
        private int count;

        private Expected(int events) {
            arrivals = new long[events];
        }

        private void arrived() {
            arrivals[count] = System.nanoTime();
            if (++count == arrivals.length) {
                complete.countDown();
            }
        }

        /** By {@link System#nanoTime}, in the order of time. */
        long[] await() throws IOException, InterruptedException {
            if (!complete.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(count + " of " + arrivals.length + " events arrived");
            }
            return arrivals;
        }
    }

    /** Returns when all are connected and have the first bytes of an answer. */
    static Audience open(URI stream, String headers, int size) throws InterruptedException, IOException {
        Audience audience = new Audience();
        CountDownLatch answered = new CountDownLatch(size);
        String request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n%s\r\n"
                .formatted(stream.getPath(), stream.getAuthority(), headers);
        TcpClient client = TcpClient.create(ConnectionProvider.newConnection())
                .host(stream.getHost())
                .port(stream.getPort())
                .runOn(audience.loop);
        for (int i = 0; i < size; i++) {
            Connection connection = client.connectNow();
            audience.connections.add(connection);
            Beginnings beginnings = audience.new Beginnings(answered);
            connection.outbound().sendString(Mono.just(request)).then().subscribe();
            connection.inbound().receive().subscribe(bytes -> {
                beginnings.answered();
                bytes.forEachByte(beginnings);
            });
        }
        if (!answered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException(answered.getCount() + " of " + size + " were not answered");
        }
        return audience;
    }

    /** From now on counts; call it while nothing comes. */
    Expected expect(int events) {
        Expected next = new Expected(events);
        expected = next;
        return next;
    }

    /** Finds them in one connection's bytes. */
    private final class Beginnings implements ByteProcessor {
        private final CountDownLatch answered;
        private boolean first = true;
        private int matched;

        Beginnings(CountDownLatch answered) {
            this.answered = answered;
        }

        void answered() {
            if (first) {
                first = false;
                answered.countDown();
            }
        }

        @Override
        public boolean process(byte value) {
            if (value == BEGINNING[matched]) {
                matched++;
            } else {
                matched = value == BEGINNING[0] ? 1 : 0;
            }
            if (matched == BEGINNING.length) {
                matched = 0;
                Expected now = expected;
                if (now != null) {
                    now.arrived();
                }
            }
            return true;
        }
    }

    @Override
    public void close() {
        connections.forEach(Connection::disposeNow);
        loop.disposeLater().block();
    }
}
