package dev.almanac.benchmarks;

import dev.almanac.benchmarks.command.CommandLatency;
import dev.almanac.benchmarks.command.CommandThroughput;
import dev.almanac.benchmarks.recurrence.Recurrence;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Runs the benchmarks that are named, or all. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(new CommandLatency(), new CommandThroughput(), new Recurrence());

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Set<String> names = Set.of(arguments);
        List<String> known = ALL.stream().map(Benchmark::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("there is no such benchmark; there are: " + String.join(", ", known));
            System.exit(2);
        }
        for (Benchmark benchmark : ALL) {
            if (names.isEmpty() || names.contains(benchmark.name())) {
                System.out.println("== " + benchmark.name());
                benchmark.run(System.out);
                System.out.println();
            }
        }
        System.exit(0);
    }
}
