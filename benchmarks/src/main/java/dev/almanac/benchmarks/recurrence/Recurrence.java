package dev.almanac.benchmarks.recurrence;

import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.report.Figure;
import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The next occurrence of ten typical rules, in series that began one year and ten years ago. */
public final class Recurrence implements Benchmark {
    private static final int WARM_UPS = 3;
    private static final int RUNS = 5;

    @Override
    public String name() {
        return "recurrence";
    }

    @Override
    public void run(PrintStream out) {
        out.println("Next occurrence after now, from the rule's text on; beside it lib-recur's own fastForward.");
        for (RunResult result : measure()) {
            Figure figure = new Figure(label(result), "us");
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    figure.add(iteration.getPrimaryResult().getScore());
                }
            }
            figure.print(out);
        }
    }

    private static Collection<RunResult> measure() {
        try {
            return new Runner(new OptionsBuilder()
                            .include(NextOccurrence.class.getName())
                            .forks(1)
                            .warmupIterations(WARM_UPS)
                            .warmupTime(TimeValue.milliseconds(500))
                            .measurementIterations(RUNS)
                            .measurementTime(TimeValue.milliseconds(500))
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run", e);
        }
    }

    private static String label(RunResult result) {
        String method = result.getParams().getBenchmark();
        return "%s, %s y: %s"
                .formatted(
                        result.getParams().getParam("rule"),
                        result.getParams().getParam("years"),
                        method.substring(method.lastIndexOf('.') + 1));
    }
}
