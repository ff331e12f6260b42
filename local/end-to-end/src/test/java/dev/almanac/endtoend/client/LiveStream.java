package dev.almanac.endtoend.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the live stream. */
public final class LiveStream implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DATA = "data:";
    private static final int OK = 200;

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private @Nullable Future<?> reading;

    private LiveStream(InputStream body) {
        this.body = body;
    }

    /** Returns when the server has answered; a thread of its own reads what comes, until either side closes it. */
    static LiveStream open(Client client, String path, Optional<Long> since) {
        try {
            LiveStream stream = new LiveStream(
                    connect(client, path, since.map(seq -> after(seq)).orElseGet(() -> new String[0])));
            FutureTask<?> task = new FutureTask<>(() -> stream.readInto(stream.events), null);
            stream.reading = task;
            Thread.startVirtualThread(task);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException where it can't be opened at the moment */
    static LiveStream tryOpen(Client client, String path, long since) throws IOException {
        return new LiveStream(connect(client, path, after(since)));
    }

    private static String[] after(long seq) {
        return new String[] {"Last-Event-ID", Long.toString(seq)};
    }

    /**
     * The bytes of a stream that was answered well.
     *
     * @param headers one, as its name and value, or none
     */
    static InputStream connect(Client client, String path, String... headers) throws IOException {
        HttpRequest.Builder request = client.request(path).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response =
                Client.exchange(request.timeout(PATIENCE).GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != OK) {
            response.body().close();
            throw new IOException("the stream was answered " + response.statusCode());
        }
        return response.body();
    }

    /** Opens it and reads nothing of it until {@link #readOn}. */
    static LiveStream openUnread(Client client, String path, long since) {
        try {
            return tryOpen(client, path, since);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all that was sent; returns when either side has closed it. */
    public void readOn() {
        readInto(events);
    }

    /** Returns when either side has closed it. */
    void readInto(List<JsonNode> sink) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(DATA)) {
                    JsonNode event = JSON.readTree(line.substring(DATA.length()));
                    if (event.has("seq")) {
                        sink.add(event);
                    }
                }
            }
        } catch (IOException _) {
            // Closed by either side.
        }
    }

    /** What came so far. */
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    /** The first event that fits, of those that came and those that come yet. */
    public JsonNode await(String what, Predicate<JsonNode> fits) {
        return patiently(what)
                .until(() -> events.stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Returns when the server has closed it. */
    public void awaitEnd() {
        patiently("the end of the stream").until(() -> reading != null && reading.isDone());
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
