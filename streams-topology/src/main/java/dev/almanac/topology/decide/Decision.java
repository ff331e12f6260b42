package dev.almanac.topology.decide;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.topology.state.StateChange;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What became of a command. Whatever it is, {@link #result()} is its answer. */
public sealed interface Decision {
    CommandResult result();

    /**
     * At least one operation was applied, or was so already.
     *
     * @param events in the order of their seq; none where nothing changed
     * @param changes what the events do to the state; the state's seq is then that of the result
     * @param audit an entry for each operation that changed something or was refused
     * @param followUps commands to put to the same workspace once this decision is committed
     * @param remember what to keep under the command's idempotency key; empty where it has none
     */
    record Accepted(
            CommandResult result,
            List<SpecificRecord> events,
            List<StateChange> changes,
            List<AuditEntry> audit,
            List<Command> followUps,
            Optional<RememberedResult> remember)
            implements Decision {
        public Accepted {
            events = List.copyOf(events);
            changes = List.copyOf(changes);
            audit = List.copyOf(audit);
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * No operation was applied.
     *
     * @param audit an entry for each operation that was refused
     * @param remember what to keep under the command's idempotency key; empty where it has none, and where the actor is no
     *     member of the workspace, so that a stranger can't fill its store
     */
    record Rejected(CommandResult result, List<AuditEntry> audit, Optional<RememberedResult> remember)
            implements Decision {
        public Rejected {
            audit = List.copyOf(audit);
        }
    }

    /** The request was answered before; the result is that answer, with the states of now. */
    record Duplicate(CommandResult result) implements Decision {}
}
