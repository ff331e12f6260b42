package dev.almanac.benchmarks;

import java.io.IOException;
import java.io.PrintStream;

/** One thing to measure, with what it is compared to in the same run. */
public interface Benchmark {
    /** As it is called on the command line. */
    String name();

    /**
     * Measures and prints: what was done, then a row for each figure with its median and spread.
     *
     * @throws IOException where the system under measurement fails
     */
    void run(PrintStream out) throws IOException, InterruptedException;
}
