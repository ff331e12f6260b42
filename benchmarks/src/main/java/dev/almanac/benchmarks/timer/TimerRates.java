package dev.almanac.benchmarks.timer;

import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.limit.RangeScan;
import dev.almanac.benchmarks.peer.DaprJobs;
import dev.almanac.benchmarks.peer.DaprPrograms;
import dev.almanac.benchmarks.peer.DbScheduler;
import dev.almanac.benchmarks.report.Figure;
import dev.almanac.benchmarks.stack.Backing;
import dev.almanac.benchmarks.stack.TopologyStack;
import dev.almanac.benchmarks.timer.Feed.Sendable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How many reminders a second can be set, and how many trigger where many are due at one instant. */
public final class TimerRates implements Benchmark {
    private static final int RUNS = 3;
    private static final int WORKSPACES = 1000;
    private static final int REMINDERS = 100_000;
    private static final int OF_A_TASK = 20;
    private static final int OPERATIONS = 100;
    private static final int SINGLES = 30_000;
    private static final Duration FAR = Duration.ofDays(30);
    private static final Duration LEAD = Duration.ofSeconds(3);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "timers-rates";
    }

    @Override
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.printf(
                "Reminders of %d workspaces, %d runs of %d reminders each. Set: from the first command sent to the last%n"
                        + "ReminderScheduled read committed. Triggered: from the instant at which all are due to the last%n"
                        + "ReminderTriggered read committed. Client, broker and topology share this machine's %d processors.%n",
                WORKSPACES, RUNS, REMINDERS, Runtime.getRuntime().availableProcessors());
        try (TopologyStack stack = TopologyStack.start();
                Feed feed = new Feed(stack);
                CommittedReminders committed = new CommittedReminders(stack)) {
            stack.instance("one", Map.of());
            almanac(out, feed, committed);
        }
        dbScheduler(out);
        daprJobs(out);
        Figure scan = new Figure("limit: RocksDB, scanned and deleted", "/s");
        for (int run = 0; run < RUNS; run++) {
            scan.add(RangeScan.measure(REMINDERS));
        }
        scan.print(out);
    }

    private void almanac(PrintStream out, Feed feed, CommittedReminders committed) throws IOException {
        Figure full = new Figure("set, " + OF_A_TASK + " reminders a task, a command each", "/s");
        Figure singles = new Figure("set, one reminder a task, a command each", "/s");
        Figure batches = new Figure("set, one reminder a task, " + OPERATIONS + " tasks a command", "/s");
        Figure triggered = new Figure("triggered, " + REMINDERS + " due at one instant", "/s");
        List<UUID> workspaces = feed.workspaces(WORKSPACES);
        burst(feed, committed, workspaces, LEAD.multipliedBy(15));
        for (int run = 0; run < RUNS; run++) {
            Instant far = clock.instant().plus(FAR);
            List<Instant> times = Collections.nCopies(OF_A_TASK, far);
            full.add(set(feed, committed, feed.tasks(workspaces, REMINDERS / OF_A_TASK, 1, () -> times), REMINDERS));
            singles.add(set(feed, committed, feed.tasks(workspaces, SINGLES, 1, () -> List.of(far)), SINGLES));
            double lastRate = batches.isEmpty() ? 3000 : batches.median();
            Burst burst = burst(feed, committed, workspaces, LEAD.plusMillis((long) (1500 * REMINDERS / lastRate)));
            batches.add(burst.setPerSecond());
            triggered.add(burst.triggeredPerSecond());
        }
        full.print(out);
        singles.print(out);
        batches.print(out);
        triggered.print(out);
    }

    private record Burst(double setPerSecond, double triggeredPerSecond) {}

    /** @param within it all of them are set, since then they are due */
    private Burst burst(Feed feed, CommittedReminders committed, List<UUID> workspaces, Duration within)
            throws IOException {
        // The commands are made first, which takes its time too.
        Instant due = clock.instant().plus(within).plus(LEAD);
        List<Sendable> commands = feed.tasks(workspaces, REMINDERS, OPERATIONS, () -> List.of(due));
        double setPerSecond = set(feed, committed, commands, REMINDERS);
        if (clock.instant().isAfter(due)) {
            throw new IOException("reminders became due before all were set, so the run counts for nothing");
        }
        committed.awaitTriggered(REMINDERS, any -> {});
        return new Burst(
                setPerSecond,
                REMINDERS * 1000.0 / Duration.between(due, clock.instant()).toMillis());
    }

    private static double set(Feed feed, CommittedReminders committed, List<Sendable> commands, int reminders)
            throws IOException {
        long start = System.nanoTime();
        feed.send(commands);
        committed.awaitScheduled(reminders);
        return reminders / ((System.nanoTime() - start) / 1e9);
    }

    private void dbScheduler(PrintStream out) throws IOException, InterruptedException {
        Figure singles = new Figure("peer: db-scheduler, set one by one", "/s");
        Figure batches = new Figure("peer: db-scheduler, set " + OPERATIONS + " at once", "/s");
        Figure executed = new Figure("peer: db-scheduler, executed, due at one instant", "/s");
        try (Backing backing = new Backing();
                DbScheduler peer = DbScheduler.start(backing.postgres(), clock)) {
            for (int run = 0; run < RUNS; run++) {
                singles.add(peer.setSingly(SINGLES, clock.instant().plus(FAR)));
                Instant due = clock.instant().plus(LEAD.multipliedBy(10));
                batches.add(peer.setInBatches(REMINDERS, OPERATIONS, due));
                executed.add(peer.executedPerSecond(REMINDERS, due));
            }
        }
        singles.print(out);
        batches.print(out);
        executed.print(out);
    }

    private void daprJobs(PrintStream out) throws IOException, InterruptedException {
        Optional<String> missing = DaprPrograms.missing();
        if (missing.isPresent()) {
            out.println("peer: Dapr Jobs not measured, " + missing.get());
            return;
        }
        Figure singles = new Figure("peer: Dapr Jobs, set one by one", "/s");
        Figure executed = new Figure("peer: Dapr Jobs, executed, " + SINGLES + " due at one instant", "/s");
        try (Backing backing = new Backing();
                DaprJobs peer = DaprJobs.start(backing, clock)) {
            for (int run = 0; run < RUNS; run++) {
                Instant due = clock.instant().plus(LEAD.multipliedBy(10));
                singles.add(peer.setSingly(SINGLES, due));
                executed.add(peer.executedPerSecond(SINGLES, due));
            }
        }
        singles.print(out);
        executed.print(out);
    }
}
