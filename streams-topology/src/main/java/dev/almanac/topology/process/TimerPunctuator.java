package dev.almanac.topology.process;

import dev.almanac.topology.config.TimerProperties;
import dev.almanac.topology.deadletter.UnhandledRecordException;
import dev.almanac.topology.store.DueTimer;
import dev.almanac.topology.store.StoreWrite;
import dev.almanac.topology.store.TimerQueue;
import dev.almanac.topology.store.TimerWrites;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due in one partition, in turn with its commands. What is due is decided, written and sent in the same
 * transaction in which its timer is deleted, so it happens once.
 */
final class TimerPunctuator implements Punctuator {
    private static final Logger log = LoggerFactory.getLogger(TimerPunctuator.class);

    private final ProcessorContext<String, byte[]> context;
    private final KeyValueStore<Bytes, byte[]> workspaces;
    private final TimerQueue timers;
    private final TimerPreparation preparation;
    private final TimerProperties settings;
    private final Turns turns;
    private final GroupCommit commits;
    private final TimerMeters meters;
    private final LongSupplier nanos;

    /** @param nanos a clock that only goes on, to measure by */
    TimerPunctuator(
            ProcessorContext<String, byte[]> context,
            KeyValueStore<Bytes, byte[]> workspaces,
            TimerQueue timers,
            TimerPreparation preparation,
            TimerProperties settings,
            Turns turns,
            GroupCommit commits,
            TimerMeters meters,
            LongSupplier nanos) {
        this.context = context;
        this.workspaces = workspaces;
        this.timers = timers;
        this.preparation = preparation;
        this.settings = settings;
        this.turns = turns;
        this.commits = commits;
        this.meters = meters;
        this.nanos = nanos;
    }

    @Override
    public void punctuate(long now) {
        commits.tick(context.currentSystemTimeMs());
        if (!timers.isDue(now)) {
            return;
        }
        long startedAt = nanos.getAsLong();
        if (turns.isCommandsTurn(startedAt)) {
            return;
        }
        int handled = 0;
        do {
            List<DueTimer> batch = timers.due(now, settings.batch(), settings.share());
            byWorkspace(batch).forEach((workspace, due) -> handle(workspace, due, now));
            handled += batch.size();
            timers.advance(now);
        } while (timers.isDue(now) && !turns.isOver(startedAt, nanos.getAsLong()));
        timers.keepStart();
        boolean more = timers.isDue(now);
        if (more) {
            meters.yielded();
        }
        turns.ended(startedAt, nanos.getAsLong(), more);
        commits.done(handled, context.currentSystemTimeMs(), context::commit);
    }

    private static Map<UUID, List<DueTimer>> byWorkspace(List<DueTimer> due) {
        Map<UUID, List<DueTimer>> grouped = new LinkedHashMap<>();
        for (DueTimer timer : due) {
            grouped.computeIfAbsent(timer.workspaceId(), any -> new ArrayList<>())
                    .add(timer);
        }
        return grouped;
    }

    private void handle(UUID workspaceId, List<DueTimer> due, long now) {
        Prepared prepared;
        try {
            prepared = preparation.prepare(workspaceId, due, now, workspaces);
        } catch (UnhandledRecordException e) {
            handleSingly(due, now, e);
            return;
        }
        for (StoreWrite write : prepared.state()) {
            write.writeTo(workspaces);
        }
        timers.write(prepared.timers());
        send(prepared.outputs());
        due.forEach(timer -> meters.fired(timer.timer(), now));
    }

    /** One of them is at fault, the others are not; that one goes where dead letters come from, among the commands. */
    private void handleSingly(List<DueTimer> due, long now, UnhandledRecordException fault) {
        if (due.size() > 1) {
            due.forEach(timer -> handle(timer.workspaceId(), List.of(timer), now));
            return;
        }
        DueTimer timer = due.getFirst();
        log.error("{} of workspace {} can't be handled", timer.timer(), timer.workspaceId(), fault);
        Output command = preparation.asCommand(timer, now, workspaces);
        timers.write(TimerWrites.removing(due));
        send(List.of(command));
        meters.refused();
    }

    private void send(List<Output> outputs) {
        for (Output output : outputs) {
            context.forward(output.record(), output.sink());
        }
    }
}
