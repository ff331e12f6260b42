package dev.almanac.benchmarks.timer;

import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.load.OpenLoop;
import dev.almanac.benchmarks.report.Figure;
import dev.almanac.benchmarks.stack.TopologyStack;
import dev.almanac.benchmarks.timer.Feed.Sendable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What one workspace's reminders, many at one instant again and again, do to another's commands in the same partition. */
public final class TimerFairness implements Benchmark {
    private static final int RUNS = 2;
    private static final int PARTITION = 0;
    private static final double PER_SECOND = 100;
    private static final Duration RUN = Duration.ofSeconds(60);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int BURST = 10_000;
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final int OPERATIONS = 100;
    private static final Duration LEAD = Duration.ofSeconds(45);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "timers-fairness";
    }

    @Override
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.printf(
                "Commands of one workspace, %.0f a second, from their time of a Poisson process to the committed answer, for%n"
                        + "%d s: without timers, then while %,d reminders of another workspace in the same partition trigger at%n"
                        + "one instant every %d s. Client, broker and topology share this machine's %d processors.%n",
                PER_SECOND,
                RUN.toSeconds(),
                BURST,
                BETWEEN.toSeconds(),
                Runtime.getRuntime().availableProcessors());
        Figure quiet = new Figure("commands, quiet, p99", "ms");
        Figure beside = new Figure("commands beside the reminders, p99", "ms");
        Figure ratio = new Figure("that many times the quiet one", "");
        try (TopologyStack stack = TopologyStack.start();
                Feed feed = new Feed(stack);
                Answers answers = new Answers(stack);
                CommittedReminders committed = new CommittedReminders(stack)) {
            stack.instance("one", Map.of());
            UUID asking = feed.workspace(PARTITION);
            UUID reminding = feed.workspace(PARTITION);
            fire(feed, committed, reminding, List.of(clock.instant().plus(BETWEEN.multipliedBy(2))));
            commands(feed, answers, asking, WARM_UP);
            for (int run = 0; run < RUNS; run++) {
                double alone = commands(feed, answers, asking, RUN);
                Instant first = clock.instant().plus(LEAD);
                List<Instant> bursts = new ArrayList<>();
                for (Instant at = first; at.isBefore(first.plus(RUN)); at = at.plus(BETWEEN)) {
                    bursts.add(at);
                }
                set(feed, committed, reminding, bursts);
                Thread.sleep(Duration.between(clock.instant(), first));
                double besides = commands(feed, answers, asking, RUN);
                committed.awaitTriggered(bursts.size() * BURST, any -> {});
                quiet.add(alone);
                beside.add(besides);
                ratio.add(besides / alone);
            }
        }
        quiet.print(out);
        beside.print(out);
        ratio.print(out);
    }

    private void fire(Feed feed, CommittedReminders committed, UUID workspace, List<Instant> bursts)
            throws IOException {
        set(feed, committed, workspace, bursts);
        committed.awaitTriggered(bursts.size() * BURST, any -> {});
    }

    private void set(Feed feed, CommittedReminders committed, UUID workspace, List<Instant> bursts) throws IOException {
        for (Instant at : bursts) {
            feed.send(feed.tasks(List.of(workspace), BURST, OPERATIONS, () -> List.of(at)));
        }
        committed.awaitScheduled(bursts.size() * BURST);
        if (!clock.instant().isBefore(bursts.getFirst())) {
            throw new IOException("reminders became due before all were set, so the run counts for nothing");
        }
    }

    private static double commands(Feed feed, Answers answers, UUID workspace, Duration duration) {
        return OpenLoop.run(PER_SECOND, duration, any -> {
                    Sendable command = feed.asked(workspace, Answers.PARTITION);
                    CompletableFuture<Void> answer = answers.to(command.id());
                    feed.send(command);
                    return answer;
                })
                .millisAt(99);
    }
}
