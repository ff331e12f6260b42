package dev.almanac.projection.write;

import static dev.almanac.projection.history.Things.USER;
import static dev.almanac.projection.history.Things.comment;
import static dev.almanac.projection.history.Things.id;
import static dev.almanac.projection.history.Things.list;
import static dev.almanac.projection.history.Things.member;
import static dev.almanac.projection.history.Things.metadata;
import static dev.almanac.projection.history.Things.task;
import static dev.almanac.projection.history.Things.timeOf;
import static dev.almanac.projection.history.Things.workspace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.projection.apply.Advance;
import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Fact;
import dev.almanac.projection.apply.Facts;
import dev.almanac.projection.apply.Place;
import dev.almanac.projection.apply.Plan;
import dev.almanac.projection.backing.TestReadModel;
import dev.almanac.schemas.event.CommentAdded;
import dev.almanac.schemas.event.CommentDeleted;
import dev.almanac.schemas.event.ListCreated;
import dev.almanac.schemas.event.ListDeleted;
import dev.almanac.schemas.event.MemberAdded;
import dev.almanac.schemas.event.MemberRemoved;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.event.TaskEdited;
import dev.almanac.schemas.event.WorkspaceCreated;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a batch leaves in Postgres. */
class ReadModelTest {
    private static final String TOPIC = "task-events";
    private static final UUID WORKSPACE = id("workspace", 1);
    private static final UUID TASK = id("task", 1);
    private static final UUID MEMBER = id("user", 1);

    @AutoClose
    private final TestReadModel database = TestReadModel.create();

    private final ReadModel readModel = database.writer();

    @BeforeEach
    void beginAtTheStart() {
        assertThat(readModel.positions(TOPIC, List.of(0, 1)))
                .containsEntry(0, 0L)
                .containsEntry(1, 0L);
    }

    @Test
    void everyKindOfThingHasItsRow() {
        UUID list = id("list", 1);
        UUID comment = id("comment", 1);

        apply(
                0,
                new WorkspaceCreated(metadata(WORKSPACE, 1), workspace(WORKSPACE, 1)),
                new MemberAdded(metadata(WORKSPACE, 2), member(WORKSPACE, MEMBER, 2)),
                new ListCreated(metadata(WORKSPACE, 3), list(WORKSPACE, list, 3)),
                new TaskCreated(metadata(WORKSPACE, 4), task(WORKSPACE, TASK, 4).build()),
                new CommentAdded(metadata(WORKSPACE, 5), comment(WORKSPACE, TASK, comment, 5)));

        assertThat(database.query("select concat_ws(' ', workspace_id, seq, version, name) from workspace"))
                .containsExactly(WORKSPACE + " 1 1 Workspace as of 1");
        assertThat(database.query("select concat_ws(' ', workspace_id, user_id, seq, version, role) from member"))
                .containsExactly(WORKSPACE + " " + MEMBER + " 2 2 editor");
        assertThat(database.query("select concat_ws(' ', workspace_id, id, seq, version, name, position) from list"))
                .containsExactly(WORKSPACE + " " + list + " 3 3 List as of 3 a3");
        assertThat(database.query("select concat_ws(' ', workspace_id, id, seq, version, task_id) from comment"))
                .containsExactly(WORKSPACE + " " + comment + " 5 5 " + TASK);
        assertThat(database.query("select concat_ws(' ', workspace_id, seq, halted_reason) from progress"))
                .containsExactly(WORKSPACE + " 5");
    }

    @Test
    void everyColumnOfATaskIsAsTheTaskSays() {
        Task task = task(WORKSPACE, TASK, 1).setDeletedAt(timeOf(9)).build();

        apply(0, new TaskCreated(metadata(WORKSPACE, 1), task));

        assertThat(database.query("select title from task")).containsExactly(task.getTitle());
        assertThat(database.query("select notes from task"))
                .containsExactly(task.getNotes().orElseThrow());
        assertThat(database.query("select unnest(tags) from task")).isEqualTo(task.getTags());
        assertThat(database.query("select unnest(tag_keys) from task"))
                .containsExactly("home", "a,b", "\"quoted\"", "über \\ {x}", "null");
        assertThat(database.query(
                        "select concat_ws(' ', list_id, parent_id, position, status, priority, assignee) from task"))
                .containsExactly(task.getListId() + " " + id("task", 99) + " a1 completed 1 " + USER);
        assertThat(database.query("select concat_ws(' ', start_date, coalesce(start_time::text, 'all day'),"
                        + " start_at at time zone 'UTC') from task"))
                .containsExactly("2026-11-30 all day 2026-11-30 00:00:00");
        assertThat(database.query("select concat_ws(' ', due_date, due_time, due_at at time zone 'UTC',"
                        + " overdue_at at time zone 'UTC') from task"))
                .containsExactly("2026-12-01 09:00:00 2026-12-01 08:00:00 2026-12-01 08:00:00");
        assertThat(database.query("select concat_ws(' ', created_at at time zone 'UTC', updated_at at time zone 'UTC',"
                        + " completed_at at time zone 'UTC', deleted_at at time zone 'UTC') from task"))
                .containsExactly("2026-11-02 08:00:00 2026-11-02 08:00:01 2026-11-02 08:00:01 2026-11-02 08:00:09");
    }

    @Test
    void theStateIsTheContractsJsonToTheByte() {
        Task task = task(WORKSPACE, TASK, 1).setTitle("NUL \0 and \uD83D\uDE00").build();

        apply(0, new TaskCreated(metadata(WORKSPACE, 1), task));

        assertThat(database.query("select state from task")).containsExactly(new String(AvroJson.toBytes(task), UTF_8));
    }

    @Test
    void whatIsAbsentIsNull() {
        Task bare = task(WORKSPACE, TASK, 1)
                .setNotes(null)
                .setStart(null)
                .setDue(null)
                .setAssignee(null)
                .setParentId(null)
                .setCompletedAt(null)
                .setTags(List.of())
                .build();

        apply(0, new TaskCreated(metadata(WORKSPACE, 1), bare));

        assertThat(database.query("select num_nulls(notes, parent_id, assignee, start_date, start_time, start_at,"
                        + " due_date, due_time, due_at, overdue_at, completed_at, deleted_at) from task"))
                .containsExactly("12");
        assertThat(database.query("select cardinality(tags) + cardinality(tag_keys) from task"))
                .containsExactly("0");
    }

    @Test
    void aLaterStateReplacesAnEarlierOne() {
        apply(0, edit(1));
        apply(1, edit(2));

        assertThat(database.query("select concat_ws(' ', seq, version, position) from task"))
                .containsExactly("2 2 a2");
    }

    @Test
    void anEarlierStateReplacesNothingEvenWhereProgressIsForgotten() {
        apply(0, edit(1), edit(2), edit(3));
        database.execute("delete from progress");

        apply(3, edit(1), edit(2));

        assertThat(database.query("select seq from task")).containsExactly("3");
    }

    @Test
    void whatIsRemovedLeavesATombstone() {
        UUID list = id("list", 1);
        apply(0, new ListCreated(metadata(WORKSPACE, 1), list(WORKSPACE, list, 1)));

        apply(1, new ListDeleted(metadata(WORKSPACE, 2), list(WORKSPACE, list, 2)));

        assertThat(database.count("list")).isZero();
        assertThat(database.query("select concat_ws(' ', workspace_id, kind, id, seq) from removed"))
                .containsExactly(WORKSPACE + " list " + list + " 2");
    }

    @Test
    void aMemberWhoReturnsHasNoTombstone() {
        apply(0, new MemberAdded(metadata(WORKSPACE, 1), member(WORKSPACE, MEMBER, 1)));
        apply(1, new MemberRemoved(metadata(WORKSPACE, 2), member(WORKSPACE, MEMBER, 2)));
        apply(2, new MemberAdded(metadata(WORKSPACE, 3), member(WORKSPACE, MEMBER, 3)));

        assertThat(database.query("select seq from member")).containsExactly("3");
        assertThat(database.count("removed")).isZero();
    }

    @Test
    void aCommentWhoseDeletionIsTakenBackLeavesNoTombstone() {
        UUID said = id("comment", 1);
        apply(0, new CommentAdded(metadata(WORKSPACE, 1), comment(WORKSPACE, TASK, said, 1)));
        apply(1, new CommentDeleted(metadata(WORKSPACE, 2), comment(WORKSPACE, TASK, said, 1)));
        assertThat(database.count("removed")).isEqualTo(1);

        apply(2, new CommentAdded(metadata(WORKSPACE, 3), comment(WORKSPACE, TASK, said, 3)));

        assertThat(database.count("comment")).isEqualTo(1);
        assertThat(database.count("removed")).isZero();
    }

    @Test
    void aHaltedWorkspaceIsWrittenDownAndStaysHalted() {
        apply(0, edit(1), edit(3));
        Plan plan = apply(2, edit(4));

        assertThat(database.query("select concat_ws(' ', seq, halted_reason) from progress"))
                .containsExactly("1 Event 2 is missing: task-events-0@1 is event 3");
        assertThat(plan.passedOver()).isEqualTo(1);
        assertThat(readModel.haltedWorkspaces().block()).isEqualTo(1);
    }

    @Test
    void anAcceptedGapIsSteppedOver() {
        database.execute("insert into accepted_gap values ('" + WORKSPACE + "', 3)");

        apply(0, edit(3), edit(4));

        assertThat(database.query("select concat_ws(' ', seq, halted_reason) from progress"))
                .containsExactly("4");
    }

    @Test
    void theOffsetMovesWithTheRows() {
        apply(0, edit(1), edit(2));

        assertThat(readModel.positions(TOPIC, List.of(0, 1)))
                .containsEntry(0, 2L)
                .containsEntry(1, 0L);
    }

    @Test
    void aWriterThatIsBehindWritesNothing() {
        apply(0, edit(1), edit(2));
        ReadModel zombie = database.writer();

        assertThatThrownBy(() -> zombie.apply(batch(1, edit(2), edit(3))).block())
                .isInstanceOf(PositionLostException.class);

        assertThat(database.query("select seq from task")).containsExactly("2");
        assertThat(database.query("select seq from progress")).containsExactly("2");
        assertThat(readModel.positions(TOPIC, List.of(0))).containsEntry(0, 2L);
    }

    @Test
    void oneLostPartitionUndoesTheWholeBatch() {
        apply(0, edit(1));
        List<Advance> advances = List.of(new Advance(0, 0, 2), new Advance(1, 0, 5));
        Batch<Fact> batch = new Batch<>(TOPIC, List.of(fact(1, edit(2))), advances);

        assertThatThrownBy(() -> readModel.apply(batch).block()).isInstanceOf(PositionLostException.class);

        assertThat(readModel.positions(TOPIC, List.of(0, 1)))
                .containsEntry(0, 1L)
                .containsEntry(1, 0L);
    }

    @Test
    void aBatchOfNothingButUnreadableRecordsMovesTheOffset() {
        readModel
                .apply(new Batch<>(TOPIC, List.of(), List.of(new Advance(0, 0, 3))))
                .block();

        assertThat(readModel.positions(TOPIC, List.of(0))).containsEntry(0, 3L);
    }

    private Plan apply(long from, SpecificRecord... events) {
        return requireNonNull(readModel.apply(batch(from, events)).block());
    }

    private static Batch<Fact> batch(long from, SpecificRecord... events) {
        List<Fact> facts = new ArrayList<>();
        for (SpecificRecord event : events) {
            facts.add(fact(from + facts.size(), event));
        }
        return new Batch<>(TOPIC, facts, List.of(new Advance(0, from, from + events.length)));
    }

    private static Fact fact(long offset, SpecificRecord event) {
        return Facts.read(new Place(TOPIC, 0, offset), event);
    }

    private static SpecificRecord edit(long seq) {
        return new TaskEdited(
                metadata(WORKSPACE, seq), task(WORKSPACE, TASK, seq).build(), List.of("title"));
    }
}
