package dev.almanac.topology.process;

import static java.util.Objects.requireNonNull;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.serde.StateCodec;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.topology.config.IdempotencyProperties;
import dev.almanac.topology.store.RememberedResults;
import dev.almanac.topology.store.StoreKeys;
import dev.almanac.topology.store.StoreWrite;
import dev.almanac.topology.store.TimerQueue;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts one partition's commands to the decider and does what it decides. Whatever is wrong with a command shows before the
 * first write, and makes it a dead letter; what fails later aborts the transaction.
 */
final class CommandProcessor implements Processor<String, Command, String, byte[]> {
    private final CommandPreparation preparation;
    private final StateCodec<RememberedResult> rememberedCodec;
    private final IdempotencyProperties idempotency;
    private final DueTimers dueTimers;
    private final Supplier<GroupCommit> commits;

    private @Nullable Partition partition;

    /** What this processor was given with its partition. */
    private record Partition(
            ProcessorContext<String, byte[]> context,
            KeyValueStore<Bytes, byte[]> workspaces,
            RememberedResults remembered,
            TimerQueue timers,
            Turns turns,
            GroupCommit commits) {}

    /** @param commits called on the stream thread, for that thread's */
    CommandProcessor(
            CommandPreparation preparation,
            StateCodec<RememberedResult> rememberedCodec,
            IdempotencyProperties idempotency,
            DueTimers dueTimers,
            Supplier<GroupCommit> commits) {
        this.preparation = preparation;
        this.rememberedCodec = rememberedCodec;
        this.idempotency = idempotency;
        this.dueTimers = dueTimers;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        RememberedResults remembered = new RememberedResults(
                context.getStateStore(RememberedResults.STORE), rememberedCodec, idempotency.retention());
        KeyValueStore<Bytes, byte[]> workspaces = context.getStateStore(StoreKeys.STORE);
        TimerQueue timers = new TimerQueue(context.getStateStore(TimerQueue.STORE));
        Turns turns = dueTimers.turns();
        partition = new Partition(context, workspaces, remembered, timers, turns, commits.get());
        dueTimers.schedule(context, workspaces, timers, turns, commits.get());
        context.schedule(
                idempotency.sweepInterval(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> remembered.forgetExpired(Instant.ofEpochMilli(now), idempotency.sweepLimit()));
    }

    @Override
    public void process(Record<String, Command> record) {
        Partition here = requireNonNull(partition);
        Prepared prepared = preparation.prepare(record, here.workspaces(), here.remembered());
        for (StoreWrite write : prepared.state()) {
            write.writeTo(here.workspaces());
        }
        here.timers().write(prepared.timers());
        here.remembered().write(prepared.remembered());
        for (Output output : prepared.outputs()) {
            here.context().forward(output.record(), output.sink());
        }
        here.turns().commandCame();
        here.commits().done(1, here.context().currentSystemTimeMs(), here.context()::commit);
    }

    @Override
    public void close() {
        if (partition != null) {
            dueTimers.close(partition.timers());
        }
    }
}
