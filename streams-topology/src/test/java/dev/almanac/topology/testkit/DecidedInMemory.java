package dev.almanac.topology.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Idempotency;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.topology.decide.Decision;
import dev.almanac.topology.decide.TaskDecider;
import dev.almanac.topology.decide.TimerCommands;
import dev.almanac.topology.state.EvolvedState;
import dev.almanac.topology.state.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * The decider over maps. With each command it checks what always holds: that deciding again gives the same, and what
 * {@link Invariants} tells of state and events.
 */
public final class DecidedInMemory implements Almanac {
    private final TaskDecider decider = new TaskDecider();
    private final InMemoryWorkspace state;
    private final Invariants invariants = new Invariants();
    private final List<SpecificRecord> history = new ArrayList<>();
    private final Map<String, RememberedResult> memory = new HashMap<>();

    public DecidedInMemory(UUID workspaceId) {
        this.state = new InMemoryWorkspace(workspaceId);
    }

    @Override
    public InMemoryWorkspace state() {
        return state;
    }

    @Override
    public Happening put(Command command, Instant now) {
        Optional<String> key = command.getIdempotency()
                .map(Idempotency::getKey)
                .map(name -> command.getActor().getUserId() + name);
        Optional<RememberedResult> remembered = key.map(memory::get);
        List<Object> before = state.contents();
        Decision decision = decider.decide(state, command, remembered, now);
        assertThat(decider.decide(state, command, remembered, now)).isEqualTo(decision);
        assertThat(state.contents()).isEqualTo(before);
        return switch (decision) {
            case Decision.Accepted accepted -> {
                state.write(accepted.changes(), accepted.result().getSeq());
                history.addAll(accepted.events());
                remember(key, accepted.remember());
                invariants.check(accepted.events(), state, accepted.followUps().isEmpty());
                yield new Happening(accepted.result(), accepted.events(), accepted.audit(), accepted.followUps());
            }
            case Decision.Rejected rejected -> {
                remember(key, rejected.remember());
                yield new Happening(rejected.result(), List.of(), rejected.audit(), List.of());
            }
            case Decision.Duplicate duplicate -> new Happening(duplicate.result(), List.of(), List.of(), List.of());
        };
    }

    @Override
    public Happening pass(Instant from, Instant until) {
        List<Happening> happenings = new ArrayList<>();
        for (Optional<Timer> next = next(until); next.isPresent(); next = next(until)) {
            Timer timer = next.get();
            Instant now = timer.due().isAfter(from) ? timer.due() : from;
            List<SpecificRecord> before = List.copyOf(history);
            happenings.add(put(TimerCommands.of(state, timer), now));
            assertThat(history).as("what comes of %s", timer).hasSizeGreaterThan(before.size());
        }
        return Happening.together(happenings, state);
    }

    private Optional<Timer> next(Instant until) {
        return state.timers().stream()
                .filter(timer -> !timer.due().isAfter(until))
                .findFirst();
    }

    private void remember(Optional<String> key, Optional<RememberedResult> result) {
        result.ifPresent(answer -> memory.put(key.orElseThrow(), answer));
    }

    /** The state as the whole history gives it. */
    public InMemoryWorkspace rebuilt() {
        EvolvedState evolving = EvolvedState.over(new InMemoryWorkspace(state.workspaceId()));
        history.forEach(evolving::apply);
        InMemoryWorkspace rebuilt = new InMemoryWorkspace(state.workspaceId());
        rebuilt.write(evolving.changes(), evolving.seq());
        return rebuilt;
    }
}
