package dev.almanac.topology.process;

import dev.almanac.topology.config.TimerProperties;
import dev.almanac.topology.store.TimerQueue;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What it takes to do what is due: sees to it that each partition looks at its timers.
 *
 * @param meters of all partitions
 * @param nanos a clock that only goes on, to measure by
 */
record DueTimers(TimerPreparation preparation, TimerProperties settings, TimerMeters meters, LongSupplier nanos) {
    Turns turns() {
        return new Turns(settings.budget());
    }

    void schedule(
            ProcessorContext<String, byte[]> context,
            KeyValueStore<Bytes, byte[]> workspaces,
            TimerQueue timers,
            Turns turns,
            GroupCommit commits) {
        meters.opened(timers);
        context.schedule(
                settings.tick(),
                PunctuationType.WALL_CLOCK_TIME,
                new TimerPunctuator(context, workspaces, timers, preparation, settings, turns, commits, meters, nanos));
    }

    void close(TimerQueue timers) {
        meters.closed(timers);
    }
}
