package dev.almanac.topology.decide;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.list.ListTrashing;
import dev.almanac.topology.decide.reminder.ReminderNews;
import dev.almanac.topology.state.EvolvedState;
import dev.almanac.topology.state.WorkspaceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.apache.avro.specific.SpecificRecord;

/** One command on its way to a decision. Each operation meets the state that those before it have left. */
final class Deliberation {
    private final WorkspaceState before;
    private final Command command;
    private final Instant now;
    private final List<Request> requests;

    private final EvolvedState state;
    private final List<SpecificRecord> events = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    /** Entries, made once it is known to which seq the command has led. */
    private final List<LongFunction<AuditEntry>> audit = new ArrayList<>();

    private final Set<UUID> deletedLists = new LinkedHashSet<>();
    private final Map<UUID, Command> followUps = new LinkedHashMap<>();

    Deliberation(WorkspaceState before, Command command, Instant now) {
        this.before = before;
        this.command = command;
        this.now = now;
        this.requests = command.getOperations().stream()
                .map(operation -> Request.of(command, operation))
                .toList();
        this.state = EvolvedState.over(before);
    }

    /** Rules on one operation after the other. */
    Decision decide() {
        for (int i = 0; i < requests.size(); i++) {
            Ruling ruling = rule(i);
            if (command.getAtomic() && ruling instanceof Ruling.Refused(Rejection rejection)) {
                return refuseAllBecauseOf(i, rejection);
            }
            take(i, ruling);
        }
        emptyDeletedLists();
        CommandResult result = Answers.result(command, now, state.seq(), outcomes);
        return outcomes.stream().allMatch(outcome -> outcome.getStatus() == OutcomeStatus.REJECTED)
                ? new Decision.Rejected(result, entries(result), rememberRejected(result))
                : new Decision.Accepted(
                        result,
                        events,
                        state.changes(),
                        entries(result),
                        List.copyOf(followUps.values()),
                        Memory.of(command, requests, result));
    }

    /** Refuses all operations for something that is wrong with the command. */
    Decision refuse(Rejection rejection) {
        for (int i = 0; i < requests.size(); i++) {
            take(i, new Ruling.Refused(rejection));
        }
        CommandResult result = Answers.result(command, now, before.seq(), outcomes);
        return new Decision.Rejected(result, entries(result), Optional.empty());
    }

    private Ruling rule(int operation) {
        Request request = requests.get(operation);
        Optional<Long> expectedVersion = command.getOperations().get(operation).getExpectedVersion();
        Attempt attempt = new Attempt(state, command, now, expectedVersion, events.size(), room(operation));
        Optional<Rejection> fault = Authorization.fault(attempt, request);
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        Ruling ruling = withReminderNews(attempt, request.rule().apply(attempt));
        return ruling instanceof Ruling.Changed changed
                        && events.size() + changed.events().size() > Limits.EVENTS
                ? new Ruling.Refused(Rejections.limitExceeded(
                        "One request makes at most " + Limits.EVENTS + " changes; send smaller ones."))
                : ruling;
    }

    /** All that is left but for a little for each operation that is still to come. */
    private int room(int operation) {
        return Limits.EVENTS - events.size() - Limits.EVENTS_KEPT * (requests.size() - 1 - operation);
    }

    private static Ruling withReminderNews(Attempt attempt, Ruling ruling) {
        if (!(ruling instanceof Ruling.Changed changed)) {
            return ruling;
        }
        List<SpecificRecord> news = ReminderNews.following(attempt, changed.events());
        return news.isEmpty() ? changed : changed.followedBy(news);
    }

    private void take(int operation, Ruling ruling) {
        Request request = requests.get(operation);
        switch (ruling) {
            case Ruling.Changed changed -> {
                audit.add(seq -> AuditEntries.changed(command, operation, request, changed, seq));
                happen(changed.events());
                noteDeletedList(request);
                changed.rests().forEach(rest -> followUp(FollowUps.continueTree(command, rest, now)));
            }
            case Ruling.Unchanged unchanged -> noteDeletedList(request);
            case Ruling.Refused refused ->
                audit.add(seq -> AuditEntries.refused(command, operation, request, refused.rejection(), now, seq));
        }
        outcomes.add(Answers.outcome(ruling));
    }

    private List<AuditEntry> entries(CommandResult result) {
        return audit.stream().map(entry -> entry.apply(result.getSeq())).toList();
    }

    private void happen(List<SpecificRecord> next) {
        next.forEach(state::apply);
        events.addAll(next);
    }

    /** Whatever is asked of a deleted list, its deletion or to go on with that, its tasks are to go to the trash. */
    private void noteDeletedList(Request request) {
        if (request.kind() == EntityKind.LIST) {
            request.id()
                    .filter(id -> state.list(id).flatMap(TaskList::getDeletedAt).isPresent())
                    .ifPresent(deletedLists::add);
        }
    }

    private void followUp(Command next) {
        followUps.put(next.getCommandId(), next);
    }

    /**
     * Last of all, so that the operations have all the room for events that they need. For what there is no room for
     * commands follow.
     */
    private void emptyDeletedLists() {
        for (UUID id : deletedLists) {
            Attempt attempt =
                    new Attempt(state, command, now, Optional.empty(), events.size(), room(requests.size() - 1));
            List<SpecificRecord> trashed =
                    ListTrashing.step(attempt, state.list(id).orElseThrow(), Limits.EVENTS - events.size());
            List<SpecificRecord> news = ReminderNews.following(attempt, trashed);
            happen(trashed);
            happen(news);
            if (!state.tasks(id).first(1).isEmpty()) {
                followUp(FollowUps.trashListTasks(command, id, now));
            }
        }
    }

    /** The answer to an atomic command of which one operation is refused: all is as if none had been tried. */
    private Decision refuseAllBecauseOf(int operation, Rejection rejection) {
        Request request = requests.get(operation);
        Optional<EntityState> current = rejection
                .getCurrent()
                .flatMap(any -> request.id())
                .flatMap(id -> Lookup.find(before, request.kind(), id));
        List<Outcome> answer = new ArrayList<>(Collections.nCopies(requests.size(), Answers.notAttempted()));
        answer.set(operation, Answers.rejected(Answers.withCurrent(rejection, current)));
        CommandResult result = Answers.result(command, now, before.seq(), answer);
        return new Decision.Rejected(
                result,
                List.of(AuditEntries.refused(command, operation, request, rejection, now, before.seq())),
                rememberRejected(result));
    }

    private Optional<RememberedResult> rememberRejected(CommandResult result) {
        return before.member(command.getActor().getUserId()).flatMap(any -> Memory.of(command, requests, result));
    }
}
