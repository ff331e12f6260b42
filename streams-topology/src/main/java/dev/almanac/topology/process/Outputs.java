package dev.almanac.topology.process;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.schemas.update.Update;
import dev.almanac.topology.deadletter.UnhandledRecordException;
import dev.almanac.topology.decide.Decision;
import dev.almanac.topology.state.Updates;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;

/** What a decision sends: events, updates, audit entries, further commands and the answer, as bytes. */
final class Outputs {
    /** What a batch adds to a record in it, and more. */
    private static final int OVERHEAD_BYTES = 256;

    private final Serializer<SpecificRecord> serializer;

    Outputs(Serializer<SpecificRecord> serializer) {
        this.serializer = serializer;
    }

    /**
     * @param at the time of the decision, which becomes that of the records, in epoch milliseconds
     * @throws UnhandledRecordException where a record would be larger than its topic takes
     * @throws dev.almanac.schemas.serde.RegistryUnavailableException where a schema can't be looked up
     */
    List<Output> of(Command command, Decision decision, long at) {
        List<Output> outputs = new ArrayList<>();
        String workspace = RecordKeys.workspace(command.getWorkspaceId());
        switch (decision) {
            case Decision.Accepted accepted -> {
                for (SpecificRecord event : accepted.events()) {
                    Output told = output(TaskDecisions.EVENTS, Topics.TASK_EVENTS, workspace, event, at);
                    outputs.add(told);
                    Update update = Updates.of(event);
                    outputs.add(output(TaskDecisions.UPDATES, Topics.TASK_UPDATES, key(update), update, at));
                    if (update.getKind() == EntityKind.REMINDER) {
                        // A schema has one id, whatever topic it is registered for.
                        outputs.add(new Output(TaskDecisions.REMINDERS, told.record()));
                    }
                }
                audit(outputs, workspace, accepted.audit(), at);
                for (Command followUp : accepted.followUps()) {
                    outputs.add(furtherCommand(followUp, at));
                }
            }
            case Decision.Rejected rejected -> audit(outputs, workspace, rejected.audit(), at);
            case Decision.Duplicate duplicate -> {}
        }
        command.getReplyTo().ifPresent(replyTo -> outputs.add(answer(replyTo.getPartition(), decision.result(), at)));
        return outputs;
    }

    /** A command that the topology puts to itself. */
    Output furtherCommand(Command command, long at) {
        String workspace = RecordKeys.workspace(command.getWorkspaceId());
        return output(TaskDecisions.FOLLOW_UPS, Topics.TASK_COMMANDS, workspace, command, at);
    }

    private void audit(List<Output> outputs, String workspace, List<AuditEntry> entries, long at) {
        for (AuditEntry entry : entries) {
            outputs.add(output(TaskDecisions.AUDIT, Topics.TASK_AUDIT, workspace, entry, at));
        }
    }

    private Output answer(int partition, CommandResult result, long at) {
        String key = RecordKeys.reply(partition, result.getCommandId());
        return output(TaskDecisions.RESULTS, Topics.TASK_COMMAND_RESULTS, key, result, at);
    }

    private Output output(String sink, Topic topic, String key, SpecificRecord value, long at) {
        byte[] bytes = serializer.serialize(topic.name(), value);
        int size = key.length() + bytes.length + OVERHEAD_BYTES;
        if (size > topic.maxRecordBytes()) {
            throw new UnhandledRecordException("A record of " + size + " bytes is too large for " + topic.name());
        }
        return new Output(sink, new Record<>(key, bytes, at));
    }

    private static String key(Update update) {
        return RecordKeys.update(update.getWorkspaceId(), update.getKind(), update.getId());
    }
}
