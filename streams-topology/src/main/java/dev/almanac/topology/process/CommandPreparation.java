package dev.almanac.topology.process;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.serde.SharedParts;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.topology.deadletter.Faults;
import dev.almanac.topology.deadletter.UnhandledRecordException;
import dev.almanac.topology.decide.Decision;
import dev.almanac.topology.decide.TaskDecider;
import dev.almanac.topology.store.ChangeWrites;
import dev.almanac.topology.store.RememberedResults;
import dev.almanac.topology.store.StateCodecs;
import dev.almanac.topology.store.StoreWrite;
import dev.almanac.topology.store.StoredWorkspace;
import dev.almanac.topology.store.TimerWrites;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** From a command to all that it leads to, in bytes. Writes nothing. */
final class CommandPreparation {
    private final TaskDecider decider = new TaskDecider();
    private final StateCodecs codecs = StateCodecs.create();
    private final ChangeWrites changes = new ChangeWrites(codecs);
    private final Outputs outputs;

    CommandPreparation(Serializer<SpecificRecord> serializer) {
        this.outputs = new Outputs(serializer);
    }

    /**
     * @throws UnhandledRecordException where the record can't be handled, now or ever
     * @throws RuntimeException where store or registry failed, see {@link Faults}
     */
    Prepared prepare(
            Record<String, @Nullable Command> record,
            ReadOnlyKeyValueStore<Bytes, byte[]> workspaces,
            RememberedResults remembered) {
        Command command = command(record);
        try {
            return decide(command, record.timestamp(), workspaces, remembered);
        } catch (RuntimeException e) {
            if (e instanceof UnhandledRecordException || Faults.ofInfrastructure(e)) {
                throw e;
            }
            throw new UnhandledRecordException("Command " + command.getCommandId() + " can't be decided", e);
        }
    }

    private Prepared decide(
            Command command, long at, ReadOnlyKeyValueStore<Bytes, byte[]> workspaces, RememberedResults remembered) {
        Instant now = Instant.ofEpochMilli(at);
        StoredWorkspace state = new StoredWorkspace(command.getWorkspaceId(), workspaces, codecs);
        Decision decision = decider.decide(state, command, remembered.find(command, now), now);
        return SharedParts.within(() -> new Prepared(
                stateWrites(command, decision),
                timerWrites(command, decision),
                toRemember(decision)
                        .map(result -> remembered.toRemember(command, result))
                        .orElse(List.of()),
                outputs.of(command, decision, at)));
    }

    private List<StoreWrite> stateWrites(Command command, Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted
            when !accepted.events().isEmpty() ->
                changes.of(
                        command.getWorkspaceId(),
                        accepted.changes(),
                        accepted.result().getSeq());
            case Decision.Accepted accepted -> List.of();
            case Decision.Rejected rejected -> List.of();
            case Decision.Duplicate duplicate -> List.of();
        };
    }

    private static List<StoreWrite> timerWrites(Command command, Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> TimerWrites.of(command.getWorkspaceId(), accepted.changes());
            case Decision.Rejected rejected -> List.of();
            case Decision.Duplicate duplicate -> List.of();
        };
    }

    private static Optional<RememberedResult> toRemember(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted.remember();
            case Decision.Rejected rejected -> rejected.remember();
            case Decision.Duplicate duplicate -> Optional.empty();
        };
    }

    /** The record's command, if it stands where its workspace's commands stand. */
    private static Command command(Record<String, @Nullable Command> record) {
        Command command = record.value();
        if (command == null) {
            throw new UnhandledRecordException("A record without a value is no command");
        }
        if (!RecordKeys.workspace(command.getWorkspaceId()).equals(record.key())) {
            throw new UnhandledRecordException("The key is not that of the command's workspace");
        }
        return command;
    }
}
