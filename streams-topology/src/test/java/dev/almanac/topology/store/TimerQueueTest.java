package dev.almanac.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.topology.state.Timer;
import dev.almanac.topology.testkit.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimerQueueTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final UUID HOME = Labels.id("home");
    private static final UUID WORK = Labels.id("work");

    private final KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(TimerQueue.STORE), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();

    private TimerQueue queue;

    @BeforeEach
    void open() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
        queue = new TimerQueue(store);
    }

    private void set(UUID workspace, String task, Instant due) {
        queue.write(List.of(StoreWrite.mark(TimerKeys.of(workspace, new Timer.OfOverdue(due, Labels.id(task))))));
    }

    private List<String> due(Instant now, int most, int share) {
        return labels(queue.due(now.toEpochMilli(), most, share));
    }

    private static List<String> labels(List<DueTimer> due) {
        return due.stream().map(timer -> Labels.label(timer.timer().taskId())).toList();
    }

    private List<String> take(Instant now, int most, int share) {
        List<DueTimer> due = queue.due(now.toEpochMilli(), most, share);
        queue.write(TimerWrites.removing(due));
        queue.advance(now.toEpochMilli());
        queue.keepStart();
        return labels(due);
    }

    @Test
    void anEmptyOneIsNeverDue() {
        assertThat(queue.isDue(Long.MAX_VALUE - 1)).isFalse();
        assertThat(due(NOON, 10, 10)).isEmpty();
    }

    @Test
    void everyKindOfTimerComesBackAsItWas() {
        List<Timer> timers = List.of(
                new Timer.OfOverdue(Instant.parse("1969-07-20T20:17:00Z"), Labels.id("eagle")),
                new Timer.OfReminder(NOON, Labels.id("a"), Labels.id("r")),
                new Timer.OfOccurrence(NOON.plusMillis(1), Labels.id("b")));
        timers.forEach(timer -> queue.write(List.of(StoreWrite.mark(TimerKeys.of(HOME, timer)))));

        assertThat(queue.due(NOON.plusMillis(1).toEpochMilli(), 10, 10))
                .extracting(DueTimer::timer)
                .containsExactlyElementsOf(timers);
    }

    @Test
    void dueIsWhatIsNotAfterNowTheEarliestFirst() {
        set(HOME, "later", NOON.plusMillis(1));
        set(HOME, "now", NOON);
        set(WORK, "before", NOON.minusMillis(1));

        assertThat(queue.isDue(NOON.minusMillis(2).toEpochMilli())).isFalse();
        assertThat(queue.isDue(NOON.minusMillis(1).toEpochMilli())).isTrue();
        assertThat(due(NOON, 10, 10)).containsExactly("before", "now");
    }

    @Test
    void aWorkspaceWithManyLeavesRoomForOthersAndLosesNone() {
        for (int i = 0; i < 20; i++) {
            set(HOME, "home" + i, NOON.plusMillis(i % 3));
        }
        set(WORK, "work", NOON.plusMillis(5));
        Instant now = NOON.plusMillis(10);

        assertThat(due(now, 8, 4)).hasSize(5).endsWith("work");

        List<String> taken = new ArrayList<>();
        while (queue.isDue(now.toEpochMilli())) {
            taken.addAll(take(now, 8, 4));
        }
        assertThat(taken).hasSize(21).doesNotHaveDuplicates();
        assertThat(queue.pending()).isZero();
    }

    @Test
    void whatIsSetBeforeTheStartIsFoundAlsoAfterARestart() {
        set(HOME, "first", NOON);
        take(NOON, 10, 10);
        set(HOME, "past", NOON.minusSeconds(3600));

        assertThat(queue.isDue(NOON.toEpochMilli())).isTrue();
        assertThat(labels(new TimerQueue(store).due(NOON.toEpochMilli(), 10, 10)))
                .containsExactly("past");
        assertThat(take(NOON, 10, 10)).containsExactly("past");
    }

    @Test
    void aRestartedOneKnowsWhenTheNextIsDue() {
        set(HOME, "first", NOON);
        set(HOME, "second", NOON.plusSeconds(1));
        take(NOON, 10, 10);

        TimerQueue again = new TimerQueue(store);

        assertThat(again.nextDue()).isEqualTo(NOON.plusSeconds(1).toEpochMilli());
    }
}
