package dev.almanac.benchmarks.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.almanac.local.backing.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * db-scheduler on the local Postgres: one-time tasks with an empty handler, polled for by lock-and-fetch, which is the
 * faster of its two ways.
 */
public final class DbScheduler implements AutoCloseable {
    private static final int THREADS = 20;
    private static final Duration POLLING = Duration.ofMillis(100);
    private static final String NAME = "timer";
    /** As its documentation gives it. */
    private static final String TABLE = """
            CREATE TABLE scheduled_tasks (
              task_name text NOT NULL,
              task_instance text NOT NULL,
              task_data bytea,
              execution_time timestamp with time zone NOT NULL,
              picked boolean NOT NULL,
              picked_by text,
              last_success timestamp with time zone,
              last_failure timestamp with time zone,
              consecutive_failures int,
              last_heartbeat timestamp with time zone,
              version bigint NOT NULL,
              priority smallint,
              PRIMARY KEY (task_name, task_instance));
            CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time);
            CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat);
            CREATE INDEX priority_execution_time_idx ON scheduled_tasks (priority DESC, execution_time ASC)
            """;

    private final HikariDataSource database;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private final Executions executions;

    private DbScheduler(HikariDataSource database, Clock clock) {
        this.database = database;
        this.executions = new Executions("db-scheduler", clock);
        this.task = Tasks.oneTime(NAME)
                .execute((instance, context) -> executions.add(context.getExecution().executionTime));
        this.scheduler = Scheduler.create(database, task)
                .threads(THREADS)
                .pollingInterval(POLLING)
                .pollUsingLockAndFetch(0.5, 4.0)
                .build();
    }

    /** Starts it on an empty database. */
    public static DbScheduler start(Database postgres, Clock clock) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl());
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(THREADS + 2);
        HikariDataSource database = new HikariDataSource(config);
        execute(database, TABLE);
        DbScheduler peer = new DbScheduler(database, clock);
        peer.scheduler.start();
        return peer;
    }

    /** Timers set a second, each by a call of its own, from as many threads as execute them. */
    public double setSingly(int count, Instant due) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> set = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                set.add(threads.submit(() -> scheduler.schedule(instance(), due)));
            }
            for (Future<?> one : set) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("db-scheduler did not take a timer", e);
        }
        return perSecond(count, start);
    }

    /** Timers set a second, several by one call. */
    public double setInBatches(int count, int each, Instant due) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i += each) {
            scheduler.scheduleBatch(
                    Stream.<TaskInstance<?>>generate(this::instance).limit(each).toList(), due);
        }
        return perSecond(count, start);
    }

    private TaskInstance<Void> instance() {
        return task.instance(UUID.randomUUID().toString());
    }

    private static double perSecond(int count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /** Waits until so many are executed that are due then; how many a second that was. */
    public double executedPerSecond(int count, Instant due) throws IOException, InterruptedException {
        return executions.perSecond(count, due);
    }

    /** Sets so many timers that are not due for long, past db-scheduler, since how long that takes is not the question. */
    public void fill(int count, Instant due) throws IOException {
        execute(database, """
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                SELECT '%s', 'pending-' || i, timestamptz '%s', false, 1 FROM generate_series(1, %d) i
                """.formatted(NAME, due, count));
        execute(database, "ANALYZE scheduled_tasks");
    }

    /** How late the handler is called, in milliseconds, for timers that are due at these times. */
    public Histogram lateness(List<Instant> times) throws IOException {
        return executions.lateness(times.size(), () -> times.forEach(due -> scheduler.schedule(instance(), due)));
    }

    private static void execute(HikariDataSource database, String sql) throws IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException("Postgres refused: " + sql, e);
        }
    }

    @Override
    public void close() {
        scheduler.stop();
        database.close();
    }
}
