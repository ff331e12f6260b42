package dev.almanac.topology.testkit;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What came of a command. */
public record Happening(
        CommandResult result, List<SpecificRecord> events, List<AuditEntry> audit, List<Command> followUps) {
    /** Of a command with one operation. */
    public Outcome outcome() {
        return result.getOutcomes().getFirst();
    }

    /** What comes of several, of which nobody asked for any. */
    static Happening together(List<Happening> happenings, InMemoryWorkspace state) {
        return new Happening(
                ofNobody(state),
                happenings.stream().flatMap(one -> one.events().stream()).toList(),
                happenings.stream().flatMap(one -> one.audit().stream()).toList(),
                happenings.stream().flatMap(one -> one.followUps().stream()).toList());
    }

    /** No answer, as to what nobody has asked for. */
    static CommandResult ofNobody(InMemoryWorkspace state) {
        return new CommandResult(
                Ids.SYSTEM, state.workspaceId(), Ids.SYSTEM, Instant.EPOCH, state.seq(), false, List.of());
    }
}
