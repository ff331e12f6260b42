package dev.almanac.projection.apply;

import static dev.almanac.projection.history.Things.id;
import static dev.almanac.projection.history.Things.member;
import static dev.almanac.projection.history.Things.metadata;
import static dev.almanac.projection.history.Things.task;
import static dev.almanac.projection.history.Things.timeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.event.MemberAdded;
import dev.almanac.schemas.event.MemberRemoved;
import dev.almanac.schemas.event.TaskEdited;
import dev.almanac.schemas.model.EntityKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final UUID WORKSPACE = id("workspace", 1);
    private static final UUID OTHER = id("workspace", 2);
    private static final UUID TASK = id("task", 1);
    private static final UUID USER = id("user", 1);
    private static final Known NOTHING = new Known(Map.of(), Set.of());

    @Test
    void theLastStateOfAThingWins() {
        Plan plan = plan(NOTHING, edit(WORKSPACE, 1), edit(WORKSPACE, 2), edit(WORKSPACE, 3));

        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.id()).isEqualTo(TASK);
            assertThat(change.seq()).isEqualTo(3);
        });
        assertThat(plan.progress()).isEqualTo(Map.of(WORKSPACE, new Progress.Following(3)));
    }

    @Test
    void everyEventCountsAsAppliedAlsoWhereALaterOneReplacedIt() {
        Plan plan = plan(NOTHING, edit(WORKSPACE, 1), edit(WORKSPACE, 2));

        assertThat(plan.applied()).containsExactly(timeOf(1), timeOf(2));
        assertThat(plan.passedOver()).isZero();
    }

    @Test
    void thingsWithTheSameIdInTwoWorkspacesAreTwo() {
        assertThat(plan(NOTHING, edit(WORKSPACE, 1), edit(OTHER, 1)).changes()).hasSize(2);
    }

    @Test
    void aMemberWhoLeftAndReturnedIsThere() {
        Plan plan = plan(
                NOTHING,
                new MemberAdded(metadata(WORKSPACE, 1), member(WORKSPACE, USER, 1)),
                new MemberRemoved(metadata(WORKSPACE, 2), member(WORKSPACE, USER, 2)),
                new MemberAdded(metadata(WORKSPACE, 3), member(WORKSPACE, USER, 3)));

        assertThat(plan.changes()).singleElement().isInstanceOf(Change.Put.class);
    }

    @Test
    void aMemberWhoReturnedAndLeftIsGone() {
        Plan plan = plan(
                NOTHING,
                new MemberAdded(metadata(WORKSPACE, 1), member(WORKSPACE, USER, 1)),
                new MemberRemoved(metadata(WORKSPACE, 2), member(WORKSPACE, USER, 2)));

        assertThat(plan.changes()).containsExactly(new Change.Remove(WORKSPACE, EntityKind.MEMBER, USER, 2));
    }

    @Test
    void whatWasAppliedBeforeIsPassedOver() {
        Plan plan = plan(following(2), edit(WORKSPACE, 1), edit(WORKSPACE, 2), edit(WORKSPACE, 3));

        assertThat(plan.changes()).extracting(Change::seq).containsExactly(3L);
        assertThat(plan.passedOver()).isEqualTo(2);
    }

    @Test
    void nothingNewChangesNothing() {
        Plan plan = plan(following(2), edit(WORKSPACE, 1), edit(WORKSPACE, 2));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.progress()).isEmpty();
    }

    @Test
    void aGapHaltsItsWorkspaceAndNoOther() {
        Plan plan = plan(following(4), edit(WORKSPACE, 5), edit(OTHER, 1), edit(WORKSPACE, 7), edit(OTHER, 2));

        assertThat(plan.halted())
                .isEqualTo(Map.of(WORKSPACE, new Progress.Halted(5, "Event 6 is missing: task-events-0@2 is event 7")));
        assertThat(plan.progress().get(OTHER)).isEqualTo(new Progress.Following(2));
        assertThat(plan.changes()).extracting(Change::seq).containsExactly(5L, 2L);
    }

    @Test
    void theFirstEventOfAWorkspaceMustBeThere() {
        assertThat(plan(NOTHING, edit(WORKSPACE, 2)).halted().get(WORKSPACE))
                .isEqualTo(new Progress.Halted(0, "Event 1 is missing: task-events-0@0 is event 2"));
    }

    @Test
    void aHaltedWorkspaceStandsStill() {
        Known halted = new Known(Map.of(WORKSPACE, new Progress.Halted(4, "Event 5 is missing")), Set.of());

        Plan plan = plan(halted, edit(WORKSPACE, 5), edit(WORKSPACE, 6));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.progress()).isEmpty();
        assertThat(plan.halted()).isEmpty();
        assertThat(plan.passedOver()).isEqualTo(2);
    }

    @Test
    void anAcceptedGapIsSteppedOver() {
        Known accepted = new Known(Map.of(WORKSPACE, new Progress.Following(4)), Set.of(new AcceptedGap(WORKSPACE, 7)));

        Plan plan = plan(accepted, edit(WORKSPACE, 7), edit(WORKSPACE, 8));

        assertThat(plan.halted()).isEmpty();
        assertThat(plan.progress()).isEqualTo(Map.of(WORKSPACE, new Progress.Following(8)));
    }

    @Test
    void anotherGapThanTheAcceptedOneHalts() {
        Known accepted = new Known(Map.of(WORKSPACE, new Progress.Following(4)), Set.of(new AcceptedGap(WORKSPACE, 7)));

        assertThat(plan(accepted, edit(WORKSPACE, 8)).halted()).containsKey(WORKSPACE);
        assertThat(plan(accepted, edit(OTHER, 7)).halted()).containsKey(OTHER);
    }

    private static Known following(long seq) {
        return new Known(Map.of(WORKSPACE, new Progress.Following(seq)), Set.of());
    }

    private static SpecificRecord edit(UUID workspaceId, long seq) {
        return new TaskEdited(
                metadata(workspaceId, seq), task(workspaceId, TASK, seq).build(), List.of("title"));
    }

    private static Plan plan(Known known, SpecificRecord... events) {
        List<Fact> facts = IntStream.range(0, events.length)
                .mapToObj(offset -> Facts.read(new Place("task-events", 0, offset), events[offset]))
                .toList();
        return Planner.plan(facts, known);
    }
}
