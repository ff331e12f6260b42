package dev.almanac.benchmarks.projection;

import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.report.Figure;
import dev.almanac.benchmarks.stack.ProjectionStack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** How many events a second become rows, and how late a row is. */
public final class ProjectionRates implements Benchmark {
    private static final int RUNS = 5;
    private static final int WARM_UPS = 2;
    private static final int BACKLOG = 60_000;
    private static final int LAG_RUNS = 3;
    private static final int LAG_RATE = 500;
    private static final Duration LAG_RUN = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT,
                "A backlog of %,d events in %d workspaces, a new task each, from Kafka to committed rows, by one projection writer;%n"
                        + "then the same rows by COPY into the same emptied table, in one transaction, without their vocabulary;%n"
                        + "and some by one statement each. %d runs; all share this machine's %d processors.%n",
                BACKLOG,
                TaskLog.WORKSPACES,
                RUNS,
                Runtime.getRuntime().availableProcessors());
        try (ProjectionStack stack = ProjectionStack.start();
                TaskLog log = new TaskLog(stack);
                Rows rows = new Rows(stack.database())) {
            rates(out, stack, log, rows);
            lag(out, log, rows);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void rates(PrintStream out, ProjectionStack stack, TaskLog log, Rows rows)
            throws IOException, InterruptedException, SQLException {
        Figure projected = new Figure("projection of a backlog, rows", "/s");
        Figure copied = new Figure("limit: COPY, rows", "/s");
        Figure single = new Figure("one statement a row, rows", "/s");
        Figure share = new Figure("projection of COPY", "%");
        for (int run = -WARM_UPS; run < RUNS; run++) {
            rows.empty();
            double projection = backlog(stack, log, rows);
            double copy = rows.copied();
            double statements = rows.statements();
            if (run >= 0) {
                projected.add(projection);
                copied.add(copy);
                single.add(statements);
                share.add(100 * projection / copy);
            }
        }
        projected.print(out);
        copied.print(out);
        share.print(out);
        single.print(out);
    }

    private static double backlog(ProjectionStack stack, TaskLog log, Rows rows)
            throws IOException, InterruptedException, SQLException {
        stack.suspendWriter();
        long before = rows.applied();
        log.append(TaskLog.workspaces(), BACKLOG);
        long start = System.nanoTime();
        stack.resumeWriter();
        while (rows.applied() < before + BACKLOG) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return BACKLOG / ((System.nanoTime() - start) / 1e9);
    }

    private static void lag(PrintStream out, TaskLog log, Rows rows) throws SQLException, InterruptedException {
        Figure p50 = new Figure("from event to row at %d events/s, p50".formatted(LAG_RATE), "ms");
        Figure p99 = new Figure("from event to row at %d events/s, p99".formatted(LAG_RATE), "ms");
        for (int run = -1; run < LAG_RUNS; run++) {
            Histogram micros = ProjectionLag.measure(log, rows, LAG_RATE, LAG_RUN);
            if (run >= 0) {
                p50.add(micros.getValueAtPercentile(50) / 1000.0);
                p99.add(micros.getValueAtPercentile(99) / 1000.0);
            }
        }
        p50.print(out);
        p99.print(out);
    }
}
