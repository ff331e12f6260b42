package dev.almanac.topology.decide;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Idempotency;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.store.RememberedOutcome;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.topology.state.WorkspaceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of an answer what is kept of it, and the answer again of that. States are not kept but looked up. */
final class Memory {
    private Memory() {}

    /**
     * @param requests of the command, one for each outcome
     * @return empty where the command has no idempotency key
     */
    static Optional<RememberedResult> of(Command command, List<Request> requests, CommandResult result) {
        return command.getIdempotency().map(idempotency -> {
            List<RememberedOutcome> outcomes = new ArrayList<>(requests.size());
            for (int i = 0; i < requests.size(); i++) {
                outcomes.add(remembered(requests.get(i), result.getOutcomes().get(i)));
            }
            return new RememberedResult(idempotency.getFingerprint(), result.getDecidedAt(), outcomes);
        });
    }

    private static RememberedOutcome remembered(Request request, Outcome outcome) {
        Optional<Rejection> rejection = outcome.getRejection();
        boolean showsState = outcome.getState().isPresent()
                || rejection.flatMap(Rejection::getCurrent).isPresent();
        return new RememberedOutcome(
                outcome.getStatus(),
                showsState ? request.kind() : EntityKind.UNKNOWN,
                showsState ? request.id().orElse(null) : null,
                rejection
                        .map(full -> Answers.withCurrent(full, Optional.empty()))
                        .orElse(null));
    }

    static boolean isOfSameRequest(Command command, RememberedResult remembered) {
        return command.getIdempotency()
                .map(Idempotency::getFingerprint)
                .equals(Optional.of(remembered.getFingerprint()));
    }

    /** The answer again. Whoever has left the workspace since sees no states of it. */
    static CommandResult replay(WorkspaceState state, Command command, RememberedResult remembered) {
        boolean mayRead = command.getActor().getKind() == ActorKind.SYSTEM
                || state.member(command.getActor().getUserId()).isPresent();
        List<Outcome> outcomes = remembered.getOutcomes().stream()
                .map(outcome -> replay(outcome, mayRead ? current(state, outcome) : Optional.empty()))
                .toList();
        return Answers.result(command, remembered.getDecidedAt(), state.seq(), true, outcomes);
    }

    private static Outcome replay(RememberedOutcome outcome, Optional<EntityState> current) {
        return outcome.getRejection()
                .map(rejection -> Answers.rejected(Answers.withCurrent(rejection, current)))
                .orElseGet(() -> Answers.outcome(outcome.getStatus(), current));
    }

    private static Optional<EntityState> current(WorkspaceState state, RememberedOutcome outcome) {
        return outcome.getEntityId().flatMap(id -> Lookup.find(state, outcome.getKind(), id));
    }
}
