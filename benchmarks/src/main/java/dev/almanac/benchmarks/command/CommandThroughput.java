package dev.almanac.benchmarks.command;

import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.limit.EmptyTopology;
import dev.almanac.benchmarks.limit.TransactionalProducer;
import dev.almanac.benchmarks.load.ClosedLoop;
import dev.almanac.benchmarks.load.Workspaces;
import dev.almanac.benchmarks.load.Workspaces.Written;
import dev.almanac.benchmarks.report.Figure;
import dev.almanac.benchmarks.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** How many commands a second this one machine answers, and beside it what its broker could do at most. */
public final class CommandThroughput implements Benchmark {
    private static final int RUNS = 3;
    private static final Duration RUN = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(120);
    private static final Duration BATCH_WARM_UP = Duration.ofSeconds(60);
    private static final int SINGLES_UNDER_WAY = 256;
    private static final int BATCHES_UNDER_WAY = 16;
    private static final int BATCH = 100;

    @Override
    public String name() {
        return "command-throughput";
    }

    @Override
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.printf(
                "As many requests as are answered, %d single or %d batches of %d under way, exactly-once throughout;%n"
                        + "%d runs of %d s each; client and all parts share this machine's %d processors.%n",
                SINGLES_UNDER_WAY,
                BATCHES_UNDER_WAY,
                BATCH,
                RUNS,
                RUN.toSeconds(),
                Runtime.getRuntime().availableProcessors());
        try (Stack stack = Stack.start()) {
            Workspaces workspaces = Workspaces.create(stack, 8, 4);
            LongFunction<CompletableFuture<Written>> single =
                    number -> workspaces.createTask((int) (number % workspaces.size()), "Buy milk " + number);
            LongFunction<CompletableFuture<Written>> batch =
                    number -> workspaces.createTasks((int) (number % workspaces.size()), "Buy milk " + number, BATCH);
            ClosedLoop.warmUp(SINGLES_UNDER_WAY, WARM_UP, single);
            measure(out, "single-task commands", 1, SINGLES_UNDER_WAY, single, workspaces);
            ClosedLoop.warmUp(BATCHES_UNDER_WAY, BATCH_WARM_UP, batch);
            measure(out, "tasks in batches of " + BATCH, BATCH, BATCHES_UNDER_WAY, batch, workspaces);
            limits(out, stack.bootstrapServers());
        }
    }

    private static void measure(
            PrintStream out,
            String name,
            int tasksEach,
            int underWay,
            LongFunction<CompletableFuture<Written>> request,
            Workspaces workspaces)
            throws IOException, InterruptedException {
        Figure rate = new Figure(name, "/s");
        Figure catchUp = new Figure(name + ": read model catches up", "s");
        for (int run = 0; run < RUNS; run++) {
            ClosedLoop.Result result = ClosedLoop.run(underWay, RUN, request);
            rate.add(result.perSecond() * tasksEach);
            long answered = System.nanoTime();
            for (Written written : result.lastWritten().values()) {
                while (!workspaces.isProjected(written)) {
                    Thread.onSpinWait();
                }
            }
            catchUp.add((System.nanoTime() - answered) / 1e9);
        }
        rate.print(out);
        catchUp.print(out);
    }

    private static void limits(PrintStream out, String bootstrapServers) throws IOException, InterruptedException {
        Figure producer = new Figure("limit: transactional producer, records", "/s");
        Figure topology = new Figure("limit: empty exactly-once topology, records", "/s");
        for (int run = 0; run < RUNS; run++) {
            producer.add(TransactionalProducer.measure(bootstrapServers, RUN));
            topology.add(EmptyTopology.measure(bootstrapServers));
        }
        producer.print(out);
        topology.print(out);
    }
}
