package dev.almanac.topology.decide;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The parts of a command's answer. */
final class Answers {
    private Answers() {}

    static Outcome outcome(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Changed changed -> outcome(OutcomeStatus.ACCEPTED, changed.after());
            case Ruling.Unchanged unchanged -> outcome(OutcomeStatus.UNCHANGED, unchanged.state());
            case Ruling.Refused refused -> rejected(refused.rejection());
        };
    }

    static Outcome outcome(OutcomeStatus status, Optional<EntityState> state) {
        return new Outcome(status, state.orElse(null), null);
    }

    static Outcome rejected(Rejection rejection) {
        return new Outcome(OutcomeStatus.REJECTED, null, rejection);
    }

    static Outcome notAttempted() {
        return new Outcome(OutcomeStatus.NOT_ATTEMPTED, null, null);
    }

    static Rejection withCurrent(Rejection rejection, Optional<EntityState> current) {
        return new Rejection(
                rejection.getCode(),
                rejection.getDetail(),
                rejection.getPointer().orElse(null),
                current.orElse(null),
                rejection.getFields());
    }

    static CommandResult result(Command command, Instant decidedAt, long seq, List<Outcome> outcomes) {
        return result(command, decidedAt, seq, false, outcomes);
    }

    /** @param replayed true where an earlier command was the one decided */
    static CommandResult result(
            Command command, Instant decidedAt, long seq, boolean replayed, List<Outcome> outcomes) {
        return new CommandResult(
                command.getCommandId(),
                command.getWorkspaceId(),
                command.getActor().getUserId(),
                decidedAt,
                seq,
                replayed,
                outcomes);
    }
}
