package dev.almanac.benchmarks.command;

import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.load.ClosedLoop;
import dev.almanac.benchmarks.load.OpenLoop;
import dev.almanac.benchmarks.load.Workspaces;
import dev.almanac.benchmarks.load.Workspaces.Written;
import dev.almanac.benchmarks.report.Figure;
import dev.almanac.benchmarks.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How long a user waits for a committed answer at a steady rate, everything on this one machine. */
public final class CommandLatency implements Benchmark {
    private static final int RUNS = 5;
    private static final Duration RUN = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final int WARM_UP_UNDER_WAY = 64;
    private static final List<Integer> RATES = List.of(100, 500);

    @Override
    public String name() {
        return "command-latency";
    }

    @Override
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.printf(
                "POST of one task to its 201, after the answer is committed. Poisson arrivals, %d runs of %d s a rate;%n"
                        + "client, broker, registry, database and services share this machine's %d processors.%n",
                RUNS, RUN.toSeconds(), Runtime.getRuntime().availableProcessors());
        try (Stack stack = Stack.start()) {
            Workspaces workspaces = Workspaces.create(stack, 8, 4);
            // At the system's own pace, since one that is still cold would fall behind a steady rate.
            ClosedLoop.warmUp(WARM_UP_UNDER_WAY, WARM_UP, number -> createTask(workspaces, number));
            for (int rate : RATES) {
                Figure p50 = new Figure(rate + " commands/s, p50", "ms");
                Figure p99 = new Figure(rate + " commands/s, p99", "ms");
                for (int run = 0; run < RUNS; run++) {
                    OpenLoop.Result result = measure(workspaces, rate, RUN);
                    if (result.failed() > 0) {
                        throw new IOException(
                                result.failed() + " requests failed",
                                result.firstFailure().orElseThrow());
                    }
                    p50.add(result.millisAt(50));
                    p99.add(result.millisAt(99));
                }
                p50.print(out);
                p99.print(out);
            }
        }
    }

    private static OpenLoop.Result measure(Workspaces workspaces, double rate, Duration duration) {
        return OpenLoop.run(rate, duration, number -> createTask(workspaces, number));
    }

    private static CompletableFuture<Written> createTask(Workspaces workspaces, long number) {
        return workspaces.createTask((int) (number % workspaces.size()), "Buy milk " + number);
    }
}
