package dev.almanac.api.accept;

import dev.almanac.api.problem.Violation;
import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.OccurrenceTemplate;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.RelativeTo;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Things as exports have them: as the contract does, but only their name or title must be there. What the server reckons by
 * itself is read over.
 */
public final class ImportedThings {
    private static final int LONGEST_POSITION = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LARGEST_COMMENT = 16 * 1024;
    private static final Shape<String> NAME = Shapes.line(LONGEST_NAME);
    private static final Shape<String> POSITION = Shapes.line(LONGEST_POSITION);
    private static final Shape<Long> COUNT = (json, place) -> json.isIntegralNumber() && json.canConvertToLong()
            ? Optional.of(json.longValue())
            : place.refuse("expected a whole number");
    private static final Shape<JsonNode> ANY = (json, _) -> Optional.of(json);
    private static final Shape<TaskStatus> STATUS = Shapes.choice(TaskStatus.class);
    private static final Shape<ReminderState> REMINDER_STATE = Shapes.choice(ReminderState.class);
    private static final Shape<RelativeTo> RELATIVE_TO = Shapes.choice(RelativeTo.class);

    private final String zone;
    private final Instant now;
    private final UUID user;
    private final Supplier<UUID> ids;

    /**
     * @param zone of dates that name none
     * @param now when what tells no time was made
     * @param user who made what tells nobody
     * @param ids for reminders that have none
     */
    public ImportedThings(String zone, Instant now, UUID user, Supplier<UUID> ids) {
        this.zone = zone;
        this.now = now;
        this.user = user;
        this.ids = ids;
    }

    /**
     * A thing, or what is wrong with it.
     *
     * @param thing there, if nothing is
     */
    public record Read<T>(Optional<T> thing, List<Violation> faults) {}

    public Read<TaskList> list(JsonNode json) {
        return read(json, fields -> {
            var id = fields.required("id", Shapes.ID);
            var name = fields.required("name", NAME);
            var color = fields.optional("color", Shapes.COLOR_CODE);
            var position = fields.optional("position", POSITION);
            var created = fields.optional("createdAt", Shapes.INSTANT).orElse(now);
            var by = fields.optional("createdBy", Shapes.ID).orElse(user);
            var updated = fields.optional("updatedAt", Shapes.INSTANT).orElse(created);
            var workspace = fields.optional("workspaceId", Shapes.ID).orElse(Ids.SYSTEM);
            ignore(fields, "deletedAt", "version", "seq");
            fields.refuseOthers();
            return id.flatMap(it -> name.map(called -> new TaskList(
                    it,
                    workspace,
                    called,
                    color.orElse(null),
                    position.orElse(""),
                    created,
                    by,
                    updated,
                    null,
                    0L,
                    0L)));
        });
    }

    public Read<Comment> comment(JsonNode json) {
        return read(json, fields -> {
            var id = fields.required("id", Shapes.ID);
            var task = fields.required("taskId", Shapes.ID);
            var text = fields.required("text", Shapes.someText(LARGEST_COMMENT));
            var author = fields.optional("author", Shapes.ID).orElse(user);
            var created = fields.optional("createdAt", Shapes.INSTANT).orElse(now);
            var updated = fields.optional("updatedAt", Shapes.INSTANT).orElse(created);
            ignore(fields, "workspaceId", "version", "seq");
            fields.refuseOthers();
            return id.flatMap(it -> task.flatMap(
                    on -> text.map(said -> new Comment(it, Ids.SYSTEM, on, author, said, created, updated, 0L, 0L))));
        });
    }

    /** Without a list where it tells none. */
    public Read<Task.Builder> task(JsonNode json) {
        return read(json, fields -> {
            var task =
                    Task.newBuilder().setWorkspaceId(Ids.SYSTEM).setVersion(0).setSeq(0);
            fields.required("id", Shapes.ID).ifPresent(task::setId);
            fields.optional("listId", Shapes.ID).ifPresent(task::setListId);
            fields.required("title", TaskFields.TITLE).ifPresent(task::setTitle);
            task.setNotes(fields.optional("notes", TaskFields.NOTES).orElse(null));
            var status = fields.optional("status", STATUS).orElse(TaskStatus.OPEN);
            task.setStatus(status);
            task.setPriority(fields.optional("priority", TaskFields.PRIORITY).orElse(Priority.NONE));
            task.setTags(fields.optional("tags", TagsShape.TAGS).orElse(List.of()));
            task.setStart(
                    fields.optional("start", DateShape.DATE).map(this::zoned).orElse(null));
            task.setDue(fields.optional("due", DateShape.DATE).map(this::zoned).orElse(null));
            task.setEstimate(fields.optional("estimate", Shapes.ESTIMATE).orElse(null));
            task.setAssignee(fields.optional("assignee", Shapes.ID).orElse(null));
            task.setParentId(fields.optional("parentId", Shapes.ID).orElse(null));
            task.setPosition(fields.optional("position", POSITION).orElse(""));
            task.setReminders(fields.optional("reminders", this::reminders).orElse(List.of()));
            fields.optional("recurrence", Fields.OBJECT.then((it, place) -> recurrence(it, task, place)))
                    .ifPresent(task::setRecurrence);
            task.setSeriesId(fields.optional("seriesId", Shapes.ID).orElse(null));
            task.setOccurrence(fields.optional("occurrence", DateShape.DATE)
                    .map(this::zoned)
                    .orElse(null));
            task.setOverdue(fields.optional("overdue", Shapes.BOOLEAN).orElse(false));
            times(fields, status, task);
            ignore(fields, "workspaceId", "overdueAt", "nextOccurrenceAt", "version", "seq");
            fields.refuseOthers();
            return Optional.of(task);
        });
    }

    private void times(Fields fields, TaskStatus status, Task.Builder task) {
        var created = fields.optional("createdAt", Shapes.INSTANT).orElse(now);
        var by = fields.optional("createdBy", Shapes.ID).orElse(user);
        var updated = fields.optional("updatedAt", Shapes.INSTANT).orElse(created);
        var completed = fields.optional("completedAt", Shapes.INSTANT);
        task.setCreatedAt(created);
        task.setCreatedBy(by);
        task.setUpdatedAt(updated);
        task.setUpdatedBy(fields.optional("updatedBy", Shapes.ID).orElse(by));
        task.setCompletedAt(status == TaskStatus.COMPLETED ? completed.orElse(updated) : null);
        task.setDeletedAt(fields.optional("deletedAt", Shapes.INSTANT).orElse(null));
    }

    private Optional<List<Reminder>> reminders(JsonNode json, Place place) {
        if (!json.isArray() || json.size() > RemindersShape.MOST) {
            return place.refuse("expected an array of at most %d reminders".formatted(RemindersShape.MOST));
        }
        return Optional.of(IntStream.range(0, json.size())
                .mapToObj(index -> Fields.OBJECT.then(this::reminder).read(json.get(index), place.at(index)))
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<Reminder> reminder(Fields fields, Place place) {
        var id = fields.optional("id", Shapes.ID).orElseGet(ids);
        var at = fields.optional("at", Shapes.INSTANT);
        var offset = fields.optional("offset", RemindersShape.DURATION);
        var relativeTo = fields.optional("relativeTo", RELATIVE_TO);
        var state = fields.optional("state", REMINDER_STATE).orElse(ReminderState.PENDING);
        var scheduled = fields.optional("scheduledAt", Shapes.INSTANT);
        var snoozed = fields.optional("snoozedUntil", Shapes.INSTANT);
        var fired = fields.optional("firedAt", Shapes.INSTANT);
        var late = fields.optional("late", Shapes.BOOLEAN).orElse(false);
        fields.refuseOthers();
        if (fields.has("at") == fields.has("offset")) {
            return place.refuse("expected either at or offset");
        }
        return Optional.of(new Reminder(
                id,
                at.orElse(null),
                offset.orElse(null),
                offset.isPresent() ? relativeTo.orElse(RelativeTo.DUE) : null,
                state,
                scheduled.orElse(null),
                snoozed.orElse(null),
                fired.orElse(null),
                late));
    }

    private Optional<Recurrence> recurrence(Fields fields, Task.Builder task, Place place) {
        var asked = RecurrenceShape.read(fields);
        var anchor =
                fields.optional("anchor", DateShape.DATE).map(this::zoned).or(() -> Optional.ofNullable(task.getDue()));
        var generated = fields.optional("generated", COUNT).orElse(1L);
        var template = fields.optional("template", Fields.OBJECT.then((it, _) -> template(it)));
        var successor = fields.optional("successor", Shapes.ID);
        fields.refuseOthers();
        if (anchor.isEmpty()) {
            return place.refuse("expected a due date, from which it is reckoned");
        }
        var leftOut = asked.flatMap(RecurrenceRequest::getExceptDates)
                .flatMap(dates -> ExceptDatesShape.of(dates, anchor.get(), place.at("exceptDates")));
        return asked.map(it -> new Recurrence(
                it.getRule(),
                it.getBasis(),
                it.getCreation(),
                it.getCatchUp(),
                anchor.get(),
                Math.max(1, generated),
                template.orElse(null),
                successor.orElse(null),
                leftOut.orElse(List.of())));
    }

    private Optional<OccurrenceTemplate> template(Fields fields) {
        var title = fields.required("title", TaskFields.TITLE);
        var notes = fields.optional("notes", TaskFields.NOTES);
        var priority = fields.optional("priority", TaskFields.PRIORITY).orElse(Priority.NONE);
        var tags = fields.optional("tags", TagsShape.TAGS).orElse(List.of());
        var start = fields.optional("start", DateShape.DATE).map(this::zoned);
        var estimate = fields.optional("estimate", Shapes.ESTIMATE);
        var assignee = fields.optional("assignee", Shapes.ID);
        var reminders = fields.optional("reminders", this::reminders).orElse(List.of());
        fields.refuseOthers();
        return title.map(it -> new OccurrenceTemplate(
                it,
                notes.orElse(null),
                priority,
                tags,
                start.orElse(null),
                estimate.orElse(null),
                assignee.orElse(null),
                reminders));
    }

    private TaskDate zoned(TaskDate date) {
        return new TaskDate(
                date.getDate().orElse(null),
                date.getDateTime().orElse(null),
                date.getTimeZone().orElse(zone));
    }

    private static void ignore(Fields fields, String... names) {
        for (var name : names) {
            fields.optional(name, ANY);
        }
    }

    private static <T> Read<T> read(JsonNode json, Function<Fields, Optional<T>> reader) {
        var root = Place.root();
        var thing = Fields.OBJECT.then((fields, _) -> reader.apply(fields)).read(json, root);
        var faults = root.violations();
        return new Read<>(thing.filter(_ -> faults.isEmpty()), faults);
    }
}
