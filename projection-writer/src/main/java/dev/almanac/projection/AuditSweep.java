package dev.almanac.projection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.almanac.projection.write.AuditExpiry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks now and then for what was done longer ago than is kept, and deletes it, some rows at a time. */
final class AuditSweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AuditSweep.class);
    private static final int STOP_SECONDS = 40;

    private final AuditExpiry expiry;
    private final AuditSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private volatile boolean started;

    AuditSweep(AuditExpiry expiry, AuditSettings settings, Clock clock) {
        this.expiry = expiry;
        this.settings = settings;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("audit-sweep").factory());
    }

    @Override
    public void start() {
        started = true;
        long interval = settings.sweepInterval().toMillis();
        thread.scheduleWithFixedDelay(this::sweep, interval, interval, MILLISECONDS);
    }

    /** What fails now is tried at the next time; nothing waits for it. */
    private void sweep() {
        try {
            long removed = removeExpired();
            if (removed > 0) {
                log.atInfo().addKeyValue("rows", removed).log("Deleted what was done longer ago than is kept");
            }
        } catch (RuntimeException e) {
            log.warn("What was done longer ago than is kept could not be deleted", e);
        }
    }

    private long removeExpired() {
        LocalDate kept = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .minusDays(settings.retention().toDays());
        long removed = 0;
        long last = settings.sweepRows();
        while (last == settings.sweepRows() && !thread.isShutdown()) {
            last = expiry.removeBefore(kept, settings.sweepRows())
                    .blockOptional()
                    .orElseThrow();
            removed += last;
        }
        return removed;
    }

    @Override
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, SECONDS)) {
                log.warn("The sweep did not stop in {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return started && !thread.isTerminated();
    }
}
