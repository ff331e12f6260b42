package dev.almanac.local.stack;

import dev.almanac.local.home.LastStack;
import dev.almanac.local.home.LocalException;
import dev.almanac.local.home.PortPlan;
import dev.almanac.local.home.Secrets;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.home.StackLock;
import dev.almanac.local.issuer.Client;
import dev.almanac.local.issuer.Issuer;
import dev.almanac.local.issuer.IssuerAddress;
import dev.almanac.local.issuer.SigningKey;
import dev.almanac.local.issuer.Tokens;
import dev.almanac.local.part.Services;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.Ports;
import dev.almanac.local.process.Tether;
import dev.almanac.local.supervise.Journal;
import dev.almanac.local.supervise.StatusFile;
import dev.almanac.local.supervise.StatusFile.Status;
import dev.almanac.local.supervise.SupervisedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The whole system, running: its parts as supervised child processes, and the issuer in this process. One process runs
 * one stack, once.
 */
public final class Stack implements AutoCloseable {
    private static final Duration STOP_GRACE = Duration.ofSeconds(15);

    private final StackLock lock;
    private final Tether tether;
    private final Issuer issuer;
    private final Parts parts;
    private final Journal journal;
    private final StatusFile statusFile;
    private final URI url;
    private final Map<Part, SupervisedPart> supervised = new LinkedHashMap<>();
    private volatile boolean up;

    private Stack(
            StackLock lock,
            Tether tether,
            Issuer issuer,
            Parts parts,
            Journal journal,
            StatusFile statusFile,
            URI url) {
        this.lock = lock;
        this.tether = tether;
        this.issuer = issuer;
        this.parts = parts;
        this.journal = journal;
        this.statusFile = statusFile;
        this.url = url;
        for (Part part : parts.all()) {
            supervised.put(part, new SupervisedPart(part, tether, journal, this::publishStatus));
        }
    }

    /**
     * Takes hold of a data directory and readies what is in it; starts nothing yet.
     *
     * @param port of the web page and the API
     * @throws LocalException where another process runs on the data, or a port is in use
     */
    public static Stack of(StackDirectory directory, LastStack last, int port, Clock clock, Journal journal)
            throws IOException {
        StackLock lock = StackLock.take(directory);
        try {
            if (!Ports.isFree(port)) {
                throw new LocalException("Port " + port + " is in use; choose another one with --port");
            }
            PortPlan ports = PortPlan.prepare(directory);
            last.remember(directory);
            IssuerAddress address = IssuerAddress.at(ports.of(PortPlan.Use.ISSUER));
            Tokens tokens = new Tokens(address, SigningKey.of(directory.signingKey()), clock);
            Parts parts = Parts.of(directory, ports, Secrets.of(directory), last.repository(), port, address.url());
            return new Stack(
                    lock,
                    new Tether(),
                    Issuer.start(address, tokens, Client.pageOf(Services.WEB_CLIENT, port), clock),
                    parts,
                    journal,
                    new StatusFile(directory.status()),
                    URI.create("http://localhost:" + port));
        } catch (LocalException | IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Where the web page is. */
    public URI url() {
        return url;
    }

    /**
     * Starts all parts, each as soon as what it needs is there, and returns when all are ready.
     *
     * @throws LocalException where one could not be started
     */
    public void start() {
        publishStatus();
        CompletableFuture<Void> failed = new CompletableFuture<>();
        Executor work = Thread::startVirtualThread;
        try {
            CompletableFuture<Void> postgres = start(parts.postgres());
            CompletableFuture<Void> broker = start(parts.broker());
            CompletableFuture<Void> topics = broker.thenRunAsync(() -> Provisioning.topics(parts.broker()), work);
            CompletableFuture<Void> schemas = broker.thenCompose(_ -> start(parts.registry()))
                    .thenRunAsync(() -> Provisioning.schemas(parts.registry()), work);
            CompletableFuture<Void> topology = topics.thenCompose(_ -> start(parts.streamsTopology()));
            CompletableFuture<Void> writer =
                    CompletableFuture.allOf(topics, postgres).thenCompose(_ -> start(parts.projectionWriter()));
            CompletableFuture<Void> api =
                    CompletableFuture.allOf(topics, postgres).thenCompose(_ -> start(parts.commandApi()));
            Stream<CompletableFuture<Void>> all = Stream.of(schemas, topology, writer, api)
                    .map(start -> start.whenComplete((_, failure) -> {
                        if (failure != null) {
                            failed.completeExceptionally(failure);
                        }
                    }));
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)))
                    .join();
            up = true;
            publishStatus();
        } catch (CompletionException e) {
            throw new LocalException(reason(e), e);
        }
    }

    private CompletableFuture<Void> start(Part part) {
        return supervised(part).start();
    }

    private SupervisedPart supervised(Part part) {
        SupervisedPart found = supervised.get(part);
        if (found == null) {
            throw new IllegalArgumentException(part.name() + " is no part of this stack");
        }
        return found;
    }

    private static String reason(CompletionException e) {
        Throwable cause = e;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private synchronized void publishStatus() {
        ProcessHandle self = ProcessHandle.current();
        Status status = new Status(
                self.pid(),
                self.info().startInstant().orElse(Instant.EPOCH),
                up,
                url.toString(),
                supervised.values().stream().map(SupervisedPart::status).toList());
        try {
            statusFile.write(status);
        } catch (UncheckedIOException e) {
            // A full disk must not end the supervision, which is what gets the parts going again.
            journal.tell("status", "can't be written: " + e.getMessage());
        }
    }

    /** Stops all parts, users' side first, and lets go of the data. Returns when nothing runs any more. */
    @Override
    public void close() {
        stop(List.of(parts.commandApi()));
        stop(List.of(parts.streamsTopology(), parts.projectionWriter()));
        stop(List.of(parts.registry()));
        stop(List.of(parts.broker(), parts.postgres()));
        issuer.close();
        try {
            tether.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop(List<Part> together) {
        try (ExecutorService work =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            together.forEach(part -> work.submit(() -> {
                supervised(part).stop(STOP_GRACE);
                return part;
            }));
        }
    }
}
