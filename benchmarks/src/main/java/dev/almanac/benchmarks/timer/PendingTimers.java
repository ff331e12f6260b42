package dev.almanac.benchmarks.timer;

import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.peer.DaprJobs;
import dev.almanac.benchmarks.peer.DaprPrograms;
import dev.almanac.benchmarks.peer.DbScheduler;
import dev.almanac.benchmarks.report.Figure;
import dev.almanac.benchmarks.stack.Backing;
import dev.almanac.benchmarks.stack.TopologyInstance;
import dev.almanac.benchmarks.stack.TopologyStack;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** What a million timers cost that are not due: at rest, in space, and those that are due beside them. */
public final class PendingTimers implements Benchmark {
    private static final int RUNS = 3;
    private static final int PENDING = 1_000_000;
    private static final int WARM_UP = 50_000;
    private static final double PER_SECOND = 300;
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration RUN = Duration.ofSeconds(20);
    private static final Duration LEAD = Duration.ofSeconds(4);
    private static final Duration FAR = Duration.ofDays(30);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "timers-pending";
    }

    @Override
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.printf(
                "Broker and topology without work, then with %,d reminders set for the next month, 20 a task. Lateness: from%n"
                        + "the instant for which a reminder is set until its ReminderTriggered is read committed; of the peer,%n"
                        + "until its empty handler is called. Poisson, %.0f a second, %d runs of %d s, %d processors.%n",
                PENDING, PER_SECOND, RUNS, RUN.toSeconds(), Runtime.getRuntime().availableProcessors());
        try (TopologyStack stack = TopologyStack.start();
                Feed feed = new Feed(stack);
                CommittedReminders committed = new CommittedReminders(stack)) {
            almanac(out, stack.instance("one", Map.of()), new Population(feed, committed, clock));
        }
        dbScheduler(out);
        daprJobs(out);
    }

    private void almanac(PrintStream out, TopologyInstance topology, Population population)
            throws IOException, InterruptedException {
        population.fire(WARM_UP);
        topology.awaitRest();
        rest(out, "processor time at rest, none pending", topology);
        long heap = topology.liveHeapBytes();
        long resident = topology.residentBytes();
        long timers = topology.storeBytes("timers");
        long tasks = topology.storeBytes("workspaces");

        population.fill(PENDING, FAR);
        topology.awaitRest();
        rest(out, "processor time at rest, " + PENDING + " pending", topology);
        print(out, "heap a pending timer", topology.liveHeapBytes() - heap);
        print(out, "resident memory a pending timer", topology.residentBytes() - resident);
        print(out, "disk a pending timer, of its own", topology.storeBytes("timers") - timers);
        print(out, "disk a pending timer, of its task", topology.storeBytes("workspaces") - tasks);

        Figure p50 = new Figure("lateness, p50", "ms");
        Figure p99 = new Figure("lateness, p99", "ms");
        for (int run = 0; run < RUNS; run++) {
            add(p50, p99, population.lateness(arrivals()));
        }
        p50.print(out);
        p99.print(out);
    }

    private static void rest(PrintStream out, String name, TopologyInstance topology)
            throws IOException, InterruptedException {
        Figure figure = new Figure(name, "ms/s");
        for (int run = 0; run < RUNS; run++) {
            figure.add(topology.processorMillisPerSecond(REST));
        }
        figure.print(out);
    }

    private static void print(PrintStream out, String name, long bytes) {
        Figure figure = new Figure(name, "B");
        figure.add((double) bytes / PENDING);
        figure.print(out);
    }

    private List<Instant> arrivals() {
        return Arrivals.poisson(clock.instant().plus(LEAD), PER_SECOND, RUN);
    }

    private static void add(Figure p50, Figure p99, Histogram millis) {
        p50.add(millis.getValueAtPercentile(50));
        p99.add(millis.getValueAtPercentile(99));
    }

    private void dbScheduler(PrintStream out) throws IOException, InterruptedException {
        Figure p50 = new Figure("peer: db-scheduler, lateness, p50", "ms");
        Figure p99 = new Figure("peer: db-scheduler, lateness, p99", "ms");
        try (Backing backing = new Backing();
                DbScheduler peer = DbScheduler.start(backing.postgres(), clock)) {
            peer.fill(PENDING, clock.instant().plus(FAR));
            for (int run = 0; run < RUNS; run++) {
                add(p50, p99, peer.lateness(arrivals()));
            }
        }
        p50.print(out);
        p99.print(out);
    }

    /** With few pending: it has no way to set many at once, and one by one a million takes it minutes. */
    private void daprJobs(PrintStream out) throws IOException, InterruptedException {
        Optional<String> missing = DaprPrograms.missing();
        if (missing.isPresent()) {
            out.println("peer: Dapr Jobs not measured, " + missing.get());
            return;
        }
        Figure p50 = new Figure("peer: Dapr Jobs, none else pending, lateness, p50", "ms");
        Figure p99 = new Figure("peer: Dapr Jobs, none else pending, lateness, p99", "ms");
        try (Backing backing = new Backing();
                DaprJobs peer = DaprJobs.start(backing, clock)) {
            for (int run = 0; run < RUNS; run++) {
                add(p50, p99, peer.lateness(arrivals()));
            }
        }
        p50.print(out);
        p99.print(out);
    }
}
