package dev.almanac.benchmarks.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** How long an event takes from the moment when it is due to be sent until its row can be read, at a steady rate. */
final class ProjectionLag {
    private static final long MAX_MICROS = TimeUnit.SECONDS.toMicros(60);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private ProjectionLag() {}

    /** @param perSecond events, at times of a Poisson process */
    static Histogram measure(TaskLog log, Rows rows, double perSecond, Duration duration)
            throws SQLException, InterruptedException {
        List<UUID> workspaces = TaskLog.workspaces();
        long[] due = arrivals(perSecond, duration);
        long start = System.nanoTime();
        Thread sender = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < due.length; i++) {
                for (long early = start + due[i] - System.nanoTime();
                        early > 0;
                        early = start + due[i] - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                log.send(workspaces.get(i % workspaces.size()), i / workspaces.size() + 1L);
            }
        });
        Histogram micros = new Histogram(MAX_MICROS, 3);
        Map<UUID, Long> seen = new HashMap<>();
        while (micros.getTotalCount() < due.length) {
            Map<UUID, Long> now = rows.seqs(workspaces);
            long at = System.nanoTime() - start;
            for (int workspace = 0; workspace < workspaces.size(); workspace++) {
                UUID id = workspaces.get(workspace);
                long last = now.getOrDefault(id, 0L);
                for (long seq = seen.getOrDefault(id, 0L) + 1; seq <= last; seq++) {
                    long dueAt = due[(int) ((seq - 1) * workspaces.size()) + workspace];
                    micros.recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(at - dueAt), MAX_MICROS));
                }
                seen.put(id, last);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        sender.join();
        return micros;
    }

    private static long[] arrivals(double perSecond, Duration duration) {
        long[] due = new long[(int) (perSecond * duration.toSeconds())];
        double at = 0;
        for (int i = 0; i < due.length; i++) {
            at += -Math.log(1 - ThreadLocalRandom.current().nextDouble()) / perSecond * 1e9;
            due[i] = (long) at;
        }
        return due;
    }
}
