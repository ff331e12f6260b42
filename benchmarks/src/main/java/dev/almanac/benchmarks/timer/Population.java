package dev.almanac.benchmarks.timer;

import dev.almanac.benchmarks.timer.Feed.Sendable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Workspaces full of reminders. */
final class Population {
    private static final int WORKSPACES = 1000;
    private static final int OF_A_TASK = 20;
    private static final int TOGETHER = 5;
    private static final int OPERATIONS = 100;
    private static final int FILLED_AT_ONCE = 100_000;
    private static final Duration LEAD = Duration.ofSeconds(15);
    private static final long LONGEST_MILLIS = Duration.ofMinutes(3).toMillis();

    private final Feed feed;
    private final CommittedReminders committed;
    private final Clock clock;
    private final List<UUID> workspaces;

    Population(Feed feed, CommittedReminders committed, Clock clock) {
        this.feed = feed;
        this.committed = committed;
        this.clock = clock;
        this.workspaces = feed.workspaces(WORKSPACES);
    }

    /** Sets so many that are due soon, at one instant, and waits until they have triggered. */
    void fire(int count) throws IOException {
        Instant due = clock.instant().plus(LEAD);
        feed.send(feed.tasks(workspaces, count, OPERATIONS, () -> List.of(due)));
        committed.awaitTriggered(count, any -> {});
    }

    /** Sets so many, 20 a task, for times that begin then and last as long again. */
    void fill(int count, Duration far) throws IOException {
        Instant from = clock.instant().plus(far);
        for (int set = 0; set < count; set += FILLED_AT_ONCE) {
            List<Sendable> commands = feed.tasks(
                    workspaces,
                    FILLED_AT_ONCE / OF_A_TASK,
                    TOGETHER,
                    () -> Stream.generate(() -> Arrivals.within(from, far))
                            .limit(OF_A_TASK)
                            .toList());
            feed.send(commands);
            committed.awaitScheduled(FILLED_AT_ONCE);
        }
    }

    /** Sets one reminder a task for each of these times. */
    void set(List<Instant> times) throws IOException {
        Iterator<Instant> next = times.iterator();
        feed.send(feed.tasks(workspaces, times.size(), 1, () -> List.of(next.next())));
        committed.awaitScheduled(times.size());
    }

    /** Sets reminders for these times, and tells by how many milliseconds they trigger later. */
    Histogram lateness(List<Instant> times) throws IOException {
        set(times);
        if (!clock.instant().isBefore(times.getFirst())) {
            throw new IOException("reminders became due before all were set, so the run counts for nothing");
        }
        Histogram millis = new Histogram(LONGEST_MILLIS, 3);
        committed.awaitTriggered(times.size(), record -> {
            Instant now = clock.instant();
            Instant due =
                    committed.triggered(record).getReminder().getScheduledAt().orElseThrow();
            millis.recordValue(Math.clamp(Duration.between(due, now).toMillis(), 0, LONGEST_MILLIS));
        });
        return millis;
    }
}
