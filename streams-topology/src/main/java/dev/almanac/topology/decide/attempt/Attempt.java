package dev.almanac.topology.decide.attempt;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.topology.state.EvolvedState;
import dev.almanac.topology.state.WorkspaceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * One operation, tried: the state that it meets, who asks, and when. It hands out the metadata of the events that the
 * operation makes; an operation that is then refused makes none, and what was handed out is forgotten with the attempt.
 */
public final class Attempt {
    private final WorkspaceState state;
    private final Command command;
    private final Instant now;
    private final Optional<Long> expectedVersion;
    private final int eventsBefore;
    private final int room;
    private int stamped;

    /**
     * @param state with what the operations before it did
     * @param now to the millisecond
     * @param expectedVersion which the thing must have; empty where any will do
     * @param eventsBefore how many events the operations before it made
     * @param room how many it may make, with what others tell of them
     */
    public Attempt(
            WorkspaceState state,
            Command command,
            Instant now,
            Optional<Long> expectedVersion,
            int eventsBefore,
            int room) {
        this.state = state;
        this.command = command;
        this.now = now;
        this.expectedVersion = expectedVersion;
        this.eventsBefore = eventsBefore;
        this.room = room;
    }

    public WorkspaceState state() {
        return state;
    }

    public UUID workspaceId() {
        return state.workspaceId();
    }

    public Instant now() {
        return now;
    }

    public UUID actorId() {
        return command.getActor().getUserId();
    }

    /** The actor's name to show; empty where it is not known. */
    public Optional<String> actorName() {
        return command.getActor().getDisplayName();
    }

    public boolean isBySystem() {
        return command.getActor().getKind() == ActorKind.SYSTEM;
    }

    /** A user who is told to have done something, if a member; else the actor. */
    public UUID memberOrActor(UUID userId) {
        return state.member(userId).isPresent() ? userId : actorId();
    }

    /** A moment that is told to be past. */
    public Instant past(Instant told) {
        return told.isAfter(now) ? now : told;
    }

    /** True where the workspace is the actor's own, which has the actor's id. */
    public boolean isInPersonalWorkspace() {
        return workspaceId().equals(actorId());
    }

    /** @param version of the thing that the operation changes; 0 where it makes one */
    public boolean expectsOtherThan(long version) {
        return expectedVersion.isPresent() && expectedVersion.get() != version;
    }

    /** The rest of this attempt, once it has made these events. */
    public Attempt after(List<SpecificRecord> events) {
        EvolvedState evolved = EvolvedState.over(state);
        events.forEach(evolved::apply);
        return new Attempt(evolved, command, now, Optional.empty(), eventsBefore + events.size(), room - events.size());
    }

    /** How many events there are room for, with those that will tell of reminders. What has more goes on by itself. */
    public int room() {
        return room;
    }

    /** The metadata of the operation's next event. */
    public EventMetadata stamp() {
        int index = eventsBefore + stamped;
        stamped++;
        return new EventMetadata(
                Ids.event(command.getCommandId(), index),
                workspaceId(),
                state.seq() + stamped,
                command.getActor(),
                now,
                command.getCommandId(),
                command.getCausationId().orElse(null));
    }
}
