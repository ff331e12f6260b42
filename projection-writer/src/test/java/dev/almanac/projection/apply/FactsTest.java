package dev.almanac.projection.apply;

import static dev.almanac.projection.history.Things.USER;
import static dev.almanac.projection.history.Things.id;
import static dev.almanac.projection.history.Things.list;
import static dev.almanac.projection.history.Things.metadata;
import static dev.almanac.projection.history.Things.task;
import static dev.almanac.projection.history.Things.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.projection.history.Things;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ListDeleted;
import dev.almanac.schemas.event.ReminderScheduled;
import dev.almanac.schemas.event.ReminderTriggered;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.event.TaskDeleted;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.ReminderStatus;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactsTest {
    private static final UUID WORKSPACE = id("workspace", 1);
    private static final UUID TASK = id("task", 1);
    private static final Place PLACE = new Place("task-events", 0, 17);

    static Stream<Class<? extends SpecificRecord>> events() {
        return Topics.TASK_EVENTS.values().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventOfTheTopicIsUnderstood(Class<? extends SpecificRecord> type) throws ReflectiveOperationException {
        Fact fact = Facts.read(PLACE, event(type));

        assertThat(fact.place()).isEqualTo(PLACE);
        assertThat(fact.occurredAt()).isEqualTo(timeOf(5));
        assertThat(fact.change().workspaceId()).isEqualTo(WORKSPACE);
        assertThat(fact.change().seq()).isEqualTo(5);
    }

    @Test
    void aRecordOfAnotherTopicIsRefused() {
        assertThatThrownBy(() -> Facts.read(PLACE, metadata(WORKSPACE, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dev.almanac.schemas.event.EventMetadata");
    }

    @Test
    void anEventOfOneWorkspaceChangesNothingInAnother() {
        assertThatThrownBy(() -> Facts.read(
                        PLACE,
                        new TaskCreated(
                                metadata(WORKSPACE, 5),
                                task(id("workspace", 2), TASK, 5).build())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(WORKSPACE.toString());
    }

    @Test
    void aDeletedTaskStaysInItsTableAsTrash() {
        Task trashed = task(WORKSPACE, TASK, 5).setDeletedAt(timeOf(5)).build();

        TaskRow row = row(new TaskDeleted(metadata(WORKSPACE, 5), trashed));

        assertThat(row.deletedAt()).isEqualTo(timeOf(5));
    }

    @Test
    void aDeletedListLeavesItsTable() {
        UUID list = id("list", 1);

        Fact fact = Facts.read(PLACE, new ListDeleted(metadata(WORKSPACE, 5), list(WORKSPACE, list, 5)));

        assertThat(fact.change()).isEqualTo(new Change.Remove(WORKSPACE, EntityKind.LIST, list, 5));
    }

    @Test
    void aReminderIsShownInItsTask() {
        Task task = task(WORKSPACE, TASK, 5).build();

        assertThat(row(new ReminderTriggered(metadata(WORKSPACE, 5), reminder(), task))
                        .id())
                .isEqualTo(TASK);
    }

    @Test
    void aReminderWhoseTaskHasItAlreadyIsOnlyCounted() {
        Fact fact = Facts.read(PLACE, new ReminderScheduled(metadata(WORKSPACE, 5), reminder(), null));

        assertThat(fact.change()).isEqualTo(new Change.Nothing(WORKSPACE, EntityKind.REMINDER, id("reminder", 1), 5));
    }

    @Test
    void tagsAreComparedWithoutRegardToCase() {
        TaskRow row = created(task(WORKSPACE, TASK, 5).setTags(List.of("Home", "ÜBER")));

        assertThat(row.tags()).containsExactly("Home", "ÜBER");
        assertThat(row.tagKeys()).containsExactly("home", "über");
    }

    @Test
    void theStateIsTheContractsJson() {
        assertThat(created(task(WORKSPACE, TASK, 5).setTitle("Buy milk")).state())
                .startsWith("{\"id\":\"" + TASK + "\",\"workspaceId\":\"" + WORKSPACE + "\"")
                .contains("\"title\":\"Buy milk\"", "\"due\":{\"dateTime\":\"2026-12-01T09:00\"");
    }

    @Test
    void whatTextInPostgresCantHoldIsReplacedInTheColumnAndKeptInTheState() {
        TaskRow row = created(task(WORKSPACE, TASK, 5).setTitle("a\0b").setTags(List.of("c\0d")));

        assertThat(row.title()).isEqualTo("a\uFFFDb");
        assertThat(row.tags()).containsExactly("c\uFFFDd");
        assertThat(row.state()).contains("\"title\":\"a\\u0000b\"");
    }

    @Test
    void aTimeThatNoRowHoldsIsRefused() {
        assertThatThrownBy(() -> created(task(WORKSPACE, TASK, 5).setUpdatedAt(Instant.ofEpochMilli(Long.MAX_VALUE))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> created(task(WORKSPACE, TASK, 5)
                        .setDue(TaskDate.newBuilder()
                                .setDate(LocalDate.of(12_000, 1, 1))
                                .build())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TaskRow created(Task.Builder task) {
        return row(new TaskCreated(metadata(WORKSPACE, 5), task.build()));
    }

    private static TaskRow row(SpecificRecord event) {
        return (TaskRow) ((Change.Put) Facts.read(PLACE, event).change()).row();
    }

    /** An event of any type, filled by the types of its fields. */
    private static SpecificRecord event(Class<? extends SpecificRecord> type) throws ReflectiveOperationException {
        SpecificRecord event = type.getDeclaredConstructor().newInstance();
        for (Schema.Field field : event.getSchema().getFields()) {
            event.put(field.pos(), value(field.schema()));
        }
        return event;
    }

    private static Object value(Schema schema) {
        if (schema.getType() == Schema.Type.ARRAY) {
            return List.of();
        }
        if (schema.getType() == Schema.Type.UNION) {
            return value(schema.getTypes().getLast());
        }
        return switch (schema.getFullName()) {
            case String name when name.equals(EventMetadata.getClassSchema().getFullName()) -> metadata(WORKSPACE, 5);
            case String name
            when name.equals(Workspace.getClassSchema().getFullName()) -> Things.workspace(WORKSPACE, 5);
            case String name
            when name.equals(Member.getClassSchema().getFullName()) -> Things.member(WORKSPACE, USER, 5);
            case String name
            when name.equals(TaskList.getClassSchema().getFullName()) -> list(WORKSPACE, id("list", 1), 5);
            case String name
            when name.equals(Task.getClassSchema().getFullName()) ->
                task(WORKSPACE, TASK, 5).build();
            case String name
            when name.equals(Comment.getClassSchema().getFullName()) ->
                Things.comment(WORKSPACE, TASK, id("comment", 1), 5);
            case String name
            when name.equals(SavedFilter.getClassSchema().getFullName()) ->
                Things.filter(WORKSPACE, id("filter", 1), USER, 5);
            case String name when name.equals(ReminderStatus.getClassSchema().getFullName()) -> reminder();
            default -> throw new IllegalArgumentException("No " + schema.getFullName() + " at hand");
        };
    }

    private static ReminderStatus reminder() {
        return new ReminderStatus(
                WORKSPACE, TASK, id("reminder", 1), ReminderState.PENDING, null, null, false, USER, 1L, 5L);
    }
}
