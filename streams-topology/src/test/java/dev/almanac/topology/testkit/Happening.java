package dev.almanac.topology.testkit;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What came of a command. */
public record Happening(
        CommandResult result, List<SpecificRecord> events, List<AuditEntry> audit, List<Command> followUps) {
    /** Of a command with one operation. */
    public Outcome outcome() {
        return result.getOutcomes().getFirst();
    }
}
