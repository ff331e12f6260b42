package dev.almanac.benchmarks.timer;

import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.report.Figure;
import dev.almanac.benchmarks.stack.TopologyInstance;
import dev.almanac.benchmarks.stack.TopologyStack;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** For how long nothing triggers when a process of the topology is killed. */
public final class TimerTakeover implements Benchmark {
    private static final int RUNS = 2;
    private static final int PENDING = 300_000;
    private static final double PER_SECOND = 100;
    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration AFTER = Duration.ofSeconds(25);
    private static final Duration FAR = Duration.ofDays(30);
    private static final String SESSION = "6s";

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "timers-takeover";
    }

    @Override
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.printf(
                "%,d reminders pending and %.0f a second due over all partitions, when one process is ended with kill -9:%n"
                        + "from then until a reminder has triggered again in each partition, read committed.%n",
                PENDING, PER_SECOND);
        restarted(out);
        takenOver(out, "kill to first, by another with a standby", 1);
        takenOver(out, "kill to first, by another without", 0);
    }

    private void restarted(PrintStream out) throws IOException, InterruptedException {
        Figure figure = new Figure("kill to first, started again on its data", "s");
        try (TopologyStack stack = TopologyStack.start();
                Feed feed = new Feed(stack);
                CommittedReminders committed = new CommittedReminders(stack)) {
            TopologyInstance instance = stack.instance("one", Map.of());
            Population population = new Population(feed, committed, clock);
            population.fill(PENDING, FAR);
            for (int run = 0; run < RUNS; run++) {
                figure.add(untilAllTrigger(population, committed, () -> {
                    instance.kill();
                    instance.startAgain();
                }));
                instance.awaitReady();
            }
        }
        figure.print(out);
    }

    /**
     * Two instances, of which the second is killed; without standbys the first then has its state to read. Each run is on
     * empty data, since one that comes back after a takeover may have nothing to do yet.
     */
    private void takenOver(PrintStream out, String name, int standbys) throws IOException, InterruptedException {
        Figure figure = new Figure(name, "s");
        Map<String, String> settings = Map.of(
                "ALMANAC_TOPOLOGY_STANDBY_REPLICAS",
                Integer.toString(standbys),
                "ALMANAC_TOPOLOGY_SESSION_TIMEOUT",
                SESSION);
        for (int run = 0; run < RUNS; run++) {
            try (TopologyStack stack = TopologyStack.start();
                    Feed feed = new Feed(stack);
                    CommittedReminders committed = new CommittedReminders(stack)) {
                TopologyInstance one = stack.instance("one", settings);
                TopologyInstance other = stack.instance("other", settings);
                Population population = new Population(feed, committed, clock);
                population.fill(PENDING, FAR);
                one.awaitRest();
                figure.add(untilAllTrigger(population, committed, other::kill));
            }
        }
        figure.print(out);
    }

    private interface Kill {
        void now() throws IOException, InterruptedException;
    }

    /** In seconds. */
    private double untilAllTrigger(Population population, CommittedReminders committed, Kill kill)
            throws IOException, InterruptedException {
        Instant first = clock.instant().plus(BEFORE);
        population.set(Arrivals.poisson(first, PER_SECOND, BEFORE.plus(AFTER)));
        Thread.sleep(Duration.between(clock.instant(), first.plus(BEFORE.dividedBy(2))));
        Instant killed = clock.instant();
        kill.now();
        committed.awaitTriggeredEverywhere(killed);
        double seconds = Duration.between(killed, clock.instant()).toMillis() / 1000.0;
        Thread.sleep(Duration.between(clock.instant(), first.plus(BEFORE).plus(AFTER)));
        return seconds;
    }
}
