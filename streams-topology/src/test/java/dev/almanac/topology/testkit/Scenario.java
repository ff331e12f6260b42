package dev.almanac.topology.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.topology.state.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Given, when, then.
 *
 * <p>A second passes between one act and the next.
 */
public final class Scenario {
    /** The workspace where a test does not say otherwise; {@link Act#OWNER} owns it. */
    private static final String TEAM = "team";

    public static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final Duration BETWEEN_ACTS = Duration.ofSeconds(1);

    private final Almanac almanac;
    private final UUID workspaceId;
    private Instant now = START;
    private int commands;
    private Optional<Happening> last = Optional.empty();

    private Scenario(Almanac almanac) {
        this.almanac = almanac;
        this.workspaceId = almanac.state().workspaceId();
    }

    /** In a workspace of its own, over what is asked for first, all of which must succeed. */
    public static Scenario given(Act... acts) {
        Scenario scenario = nothing();
        scenario.bring(Acts.createWorkspace(TEAM));
        return scenario.and(acts);
    }

    /** In the owner's personal workspace. */
    public static Scenario givenInPersonalWorkspace(Act... acts) {
        Scenario scenario = new Scenario(new DecidedInMemory(Labels.id(Act.OWNER)));
        scenario.bring(Acts.createWorkspace("personal"));
        return scenario.and(acts);
    }

    /** Where not even the workspace is there. */
    public static Scenario nothing() {
        return new Scenario(new DecidedInMemory(Labels.id(TEAM)));
    }

    /** In the workspace of whatever decides there. */
    public static Scenario in(Almanac almanac, Act... acts) {
        Scenario scenario = new Scenario(almanac);
        scenario.bring(Acts.createWorkspace(TEAM));
        return scenario.and(acts);
    }

    /** And this besides, all of which must succeed. */
    public Scenario and(Act... acts) {
        for (Act act : acts) {
            bring(act);
        }
        return this;
    }

    private void bring(Act act) {
        Happening happening = put(act);
        assertThat(happening.result().getOutcomes())
                .as("given %s", act.operations())
                .allMatch(outcome -> outcome.getStatus() == OutcomeStatus.ACCEPTED
                        || outcome.getStatus() == OutcomeStatus.UNCHANGED);
        happening.followUps().forEach(this::put);
    }

    public Scenario when(Act act) {
        last = Optional.of(put(act));
        return this;
    }

    public Scenario when(Passing time) {
        Instant until = now.plus(time.duration());
        last = Optional.of(almanac.pass(time.running() ? now : until, until));
        now = until.plus(BETWEEN_ACTS);
        return this;
    }

    /** The topology puts to itself what the decision left over. */
    public Scenario whenItGoesOn() {
        List<Command> followUps = last.orElseThrow().followUps();
        assertThat(followUps).hasSize(1);
        last = Optional.of(put(followUps.getFirst()));
        return this;
    }

    /** The topology puts to itself what an earlier decision left over. */
    public Scenario whenItGoesOnWith(Command followUp) {
        last = Optional.of(put(followUp));
        return this;
    }

    public Scenario then(Expectation... expectations) {
        for (Expectation expectation : expectations) {
            expectation.check(last.orElseThrow());
        }
        return this;
    }

    private Happening put(Act act) {
        UUID commandId = Ids.v5(workspaceId, "command " + commands);
        return put(act.toCommand(commandId, workspaceId, now));
    }

    private Happening put(Command command) {
        commands++;
        Happening happening = almanac.put(command, now);
        now = now.plus(BETWEEN_ACTS);
        return happening;
    }

    public Happening happening() {
        return last.orElseThrow();
    }

    /** The time of the last act. */
    public Instant instant() {
        return now.minus(BETWEEN_ACTS);
    }

    public Workspace workspace() {
        return almanac.state().workspace().orElseThrow();
    }

    public Member member(String user) {
        return almanac.state().member(Labels.id(user)).orElseThrow();
    }

    public TaskList list(String list) {
        return almanac.state().list(Labels.id(list)).orElseThrow();
    }

    public Task task(String task) {
        return almanac.state().task(Labels.id(task)).orElseThrow();
    }

    public Comment comment(String comment) {
        return almanac.state().comment(Labels.id(comment)).orElseThrow();
    }

    public SavedFilter filter(String filter) {
        return almanac.state().filter(Labels.id(filter)).orElseThrow();
    }

    /** A list's tasks that are not in the trash, in their order. */
    public List<String> tasksOf(String list) {
        return labels(almanac.state().tasks(Labels.id(list)).first(Integer.MAX_VALUE));
    }

    public List<String> lists() {
        return labels(almanac.state().lists().first(Integer.MAX_VALUE));
    }

    private static List<String> labels(List<Place> places) {
        return places.stream().map(Place::id).map(Labels::label).toList();
    }
}
