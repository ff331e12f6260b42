package dev.almanac.topology.process;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.serde.SharedParts;
import dev.almanac.topology.deadletter.Faults;
import dev.almanac.topology.deadletter.UnhandledRecordException;
import dev.almanac.topology.decide.Decision;
import dev.almanac.topology.decide.TaskDecider;
import dev.almanac.topology.decide.TimerCommands;
import dev.almanac.topology.state.EvolvedState;
import dev.almanac.topology.state.StateChange;
import dev.almanac.topology.store.ChangeWrites;
import dev.almanac.topology.store.DueTimer;
import dev.almanac.topology.store.StateCodecs;
import dev.almanac.topology.store.StoreWrite;
import dev.almanac.topology.store.StoredWorkspace;
import dev.almanac.topology.store.TimerWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** From due timers of one workspace to all that they lead to, in bytes. Each is a command of its own; all are one write. */
final class TimerPreparation {
    private final TaskDecider decider = new TaskDecider();
    private final StateCodecs codecs = StateCodecs.create();
    private final ChangeWrites changes = new ChangeWrites(codecs);
    private final Outputs outputs;

    TimerPreparation(Serializer<SpecificRecord> serializer) {
        this.outputs = new Outputs(serializer);
    }

    /**
     * @param timers of the workspace, at least one
     * @param at the time by which they are due, in epoch milliseconds
     * @throws UnhandledRecordException where one of them can't be handled, now or ever
     * @throws RuntimeException where store or registry failed, see {@link Faults}
     */
    Prepared prepare(
            UUID workspaceId, List<DueTimer> timers, long at, ReadOnlyKeyValueStore<Bytes, byte[]> workspaces) {
        try {
            return SharedParts.within(() -> decide(workspaceId, timers, at, workspaces));
        } catch (RuntimeException e) {
            if (e instanceof UnhandledRecordException || Faults.ofInfrastructure(e)) {
                throw e;
            }
            throw new UnhandledRecordException("Timers of " + workspaceId + " can't be decided", e);
        }
    }

    private Prepared decide(
            UUID workspaceId, List<DueTimer> timers, long at, ReadOnlyKeyValueStore<Bytes, byte[]> workspaces) {
        EvolvedState state = EvolvedState.over(new StoredWorkspace(workspaceId, workspaces, codecs));
        Instant now = Instant.ofEpochMilli(at);
        List<Output> sent = new ArrayList<>();
        for (DueTimer due : timers) {
            Command command = TimerCommands.of(state, due.timer());
            Decision decision = decider.decide(state, command, Optional.empty(), now);
            if (decision instanceof Decision.Accepted accepted) {
                accepted.events().forEach(state::apply);
            }
            sent.addAll(outputs.of(command, decision, at));
        }
        List<StateChange> changed = state.changes();
        return new Prepared(
                changed.isEmpty() ? List.of() : changes.of(workspaceId, changed, state.seq()),
                timerWrites(workspaceId, timers, changed),
                List.of(),
                sent);
    }

    /** The timers go, whatever came of them, once each; those that the decisions have set and cancelled besides. */
    private static List<StoreWrite> timerWrites(UUID workspaceId, List<DueTimer> timers, List<StateChange> changed) {
        Map<Bytes, StoreWrite> writes = new LinkedHashMap<>();
        TimerWrites.removing(timers).forEach(write -> writes.put(write.key(), write));
        TimerWrites.of(workspaceId, changed).forEach(write -> writes.put(write.key(), write));
        return List.copyOf(writes.values());
    }

    /** For a timer that can't be handled: what it asks for, as a command among the others. */
    Output asCommand(DueTimer due, long at, ReadOnlyKeyValueStore<Bytes, byte[]> workspaces) {
        StoredWorkspace state = new StoredWorkspace(due.workspaceId(), workspaces, codecs);
        return outputs.furtherCommand(TimerCommands.of(state, due.timer()), at);
    }
}
