package dev.almanac.benchmarks;

import dev.almanac.benchmarks.command.CommandLatency;
import dev.almanac.benchmarks.command.CommandThroughput;
import dev.almanac.benchmarks.fanout.Fanout;
import dev.almanac.benchmarks.projection.ProjectionRates;
import dev.almanac.benchmarks.query.QueryLatency;
import dev.almanac.benchmarks.recurrence.Recurrence;
import dev.almanac.benchmarks.timer.PendingTimers;
import dev.almanac.benchmarks.timer.TimerFairness;
import dev.almanac.benchmarks.timer.TimerRates;
import dev.almanac.benchmarks.timer.TimerTakeover;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the benchmarks that are named, or all. The beginning of a name, up to a hyphen, stands for all that begin so. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new CommandLatency(),
            new CommandThroughput(),
            new Fanout(),
            new ProjectionRates(),
            new QueryLatency(),
            new Recurrence(),
            new TimerRates(),
            new PendingTimers(),
            new TimerFairness(),
            new TimerTakeover());

    private Benchmarks() {}

    /** Held on to, since the JDK forgets what is set for a logger that nobody holds. */
    private static final Logger SERDE = Logger.getLogger("DefaultSchemaResolver");

    static {
        // It tells each schema that it meets, whole.
        SERDE.setLevel(Level.WARNING);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Set<String> names = Set.of(arguments);
        List<String> known = ALL.stream().map(Benchmark::name).toList();
        if (!names.stream().allMatch(name -> known.stream().anyMatch(one -> isMeant(name, one)))) {
            System.err.println("there is no such benchmark; there are: " + String.join(", ", known));
            System.exit(2);
        }
        for (Benchmark benchmark : ALL) {
            if (names.isEmpty() || names.stream().anyMatch(name -> isMeant(name, benchmark.name()))) {
                System.out.println("== " + benchmark.name());
                benchmark.run(System.out);
                System.out.println();
            }
        }
        System.exit(0);
    }

    private static boolean isMeant(String named, String benchmark) {
        return benchmark.equals(named) || benchmark.startsWith(named + "-");
    }
}
