package dev.almanac.benchmarks.fanout;

import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.load.Workspaces;
import dev.almanac.benchmarks.report.Figure;
import dev.almanac.benchmarks.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** How soon a thousand streams of one workspace have a change, and how many they take. */
public final class Fanout implements Benchmark {
    private static final int STREAMS = 1_000;
    private static final int RUNS = 5;
    private static final int WARM_UPS = 2;
    private static final int WRITES = 150;
    private static final int BATCH = 100;
    private static final int BATCHES = 4;
    private static final Map<String, String> ONE_USER_FOR_MANY =
            Map.of("ALMANAC_STREAM_MAX_OPEN_PER_USER", Integer.toString(STREAMS + 1));

    @Override
    public String name() {
        return "fanout";
    }

    /** Makes one change and returns when it is answered. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException, InterruptedException;
    }

    @Override
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.printf(
                "%d streams of one workspace on one instance: %d changes one after the other, each a task made by a command,%n"
                        + "and %d tasks made in batches of %d; beside it a bare reactor-netty server that sends the same bytes to as many.%n"
                        + "%d runs; the one thread that reads all streams shares this machine's %d processors with all parts.%n",
                STREAMS,
                WRITES,
                BATCHES * BATCH,
                BATCH,
                RUNS,
                Runtime.getRuntime().availableProcessors());
        String event;
        try (Stack stack = Stack.start(ONE_USER_FOR_MANY)) {
            Workspaces workspaces = Workspaces.create(stack, 1, 1);
            workspaces.createTask(0, "Buy milk").join();
            String authorization = "Authorization: " + workspaces.authorization(0) + "\r\n";
            event = SampleEvent.of(workspaces.stream(0), workspaces.authorization(0));
            measure(
                    out,
                    "almanac",
                    workspaces.stream(0),
                    authorization,
                    () -> workspaces.createTask(0, "Buy milk").join(),
                    () -> CompletableFuture.allOf(IntStream.range(0, BATCHES)
                                    .mapToObj(_ -> workspaces.createTasks(0, "Buy milk", BATCH))
                                    .toArray(CompletableFuture<?>[]::new))
                            .join());
        }
        try (BareProcess bare = BareProcess.start()) {
            measure(
                    out,
                    "limit: bare server",
                    bare.stream(),
                    "",
                    () -> bare.send(event, 1),
                    () -> bare.send(event, BATCHES * BATCH));
        }
    }

    private static void measure(PrintStream out, String who, URI stream, String headers, Change one, Change many)
            throws IOException, InterruptedException {
        Figure rate = new Figure(who + ": deliveries", "/s");
        List<Figure> answers = percentiles(who + ": request to answer");
        List<Figure> deliveries = percentiles(who + ": request to delivery");
        List<Figure> after = percentiles(who + ": answer to delivery");
        try (Audience audience = Audience.open(stream, headers, STREAMS)) {
            for (int run = -WARM_UPS; run < RUNS; run++) {
                Histogram answered = new Histogram(3);
                Histogram delivered = new Histogram(3);
                Histogram late = new Histogram(3);
                for (int write = 0; write < WRITES; write++) {
                    Audience.Expected expected = audience.expect(STREAMS);
                    long sent = System.nanoTime();
                    one.make();
                    long answer = System.nanoTime();
                    answered.recordValue((answer - sent) / 1000);
                    for (long arrival : expected.await()) {
                        delivered.recordValue((arrival - sent) / 1000);
                        // Some streams have it before the writer has the answer.
                        late.recordValue(Math.max(0, arrival - answer) / 1000);
                    }
                }
                Audience.Expected expected = audience.expect(STREAMS * BATCHES * BATCH);
                many.make();
                long[] arrivals = expected.await();
                if (run >= 0) {
                    add(answers, answered);
                    add(deliveries, delivered);
                    add(after, late);
                    rate.add(arrivals.length / ((arrivals[arrivals.length - 1] - arrivals[0]) / 1e9));
                }
            }
        }
        rate.print(out);
        answers.forEach(figure -> figure.print(out));
        deliveries.forEach(figure -> figure.print(out));
        after.forEach(figure -> figure.print(out));
    }

    private static List<Figure> percentiles(String name) {
        return List.of(new Figure(name + ", p50", "ms"), new Figure(name + ", p99", "ms"));
    }

    private static void add(List<Figure> figures, Histogram micros) {
        figures.getFirst().add(micros.getValueAtPercentile(50) / 1000.0);
        figures.getLast().add(micros.getValueAtPercentile(99) / 1000.0);
    }
}
