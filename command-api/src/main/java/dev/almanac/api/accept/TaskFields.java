package dev.almanac.api.accept;

import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The fields of a task that a client may set, by JSON merge patch (RFC 7396); a new task is a patch of nothing. */
final class TaskFields {
    static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NOTES = 64 * 1024;

    static final Shape<String> TITLE = Shapes.line(LONGEST_TITLE);
    static final Shape<String> NOTES = Shapes.text(LONGEST_NOTES);
    static final Shape<Priority> PRIORITY = Shapes.choice(Priority.class);

    private TaskFields() {}

    /**
     * Reads them; what else is in the object is for the caller to ask for.
     *
     * @param ids gives the ids of new reminders where the body brings none
     */
    static TaskPatch read(Fields fields, boolean isNew, Supplier<UUID> ids) {
        var patch = TaskPatch.newBuilder();
        (isNew ? fields.required("title", TITLE) : fields.changeToValue("title", TITLE)).ifPresent(patch::setTitle);
        return read(fields, patch, isNew, ids);
    }

    /** The same of a new task that gets its title from elsewhere. */
    static TaskPatch readUntitled(Fields fields, Supplier<UUID> ids) {
        return read(fields, TaskPatch.newBuilder(), true, ids);
    }

    private static TaskPatch read(Fields fields, TaskPatch.Builder patch, boolean isNew, Supplier<UUID> ids) {
        List<String> clear = new ArrayList<>();
        fields.change("notes", NOTES).apply(patch::setNotes, () -> clear.add("notes"));
        fields.change("priority", PRIORITY).apply(patch::setPriority, () -> patch.setPriority(Priority.NONE));
        fields.change("tags", TagsShape.TAGS).apply(patch::setTags, () -> patch.setTags(List.of()));
        fields.change("start", DateShape.DATE).apply(patch::setStart, () -> clear.add("start"));
        fields.change("due", DateShape.DATE).apply(patch::setDue, () -> clear.add("due"));
        fields.change("estimate", Shapes.ESTIMATE).apply(patch::setEstimate, () -> clear.add("estimate"));
        fields.change("assignee", Shapes.ID).apply(patch::setAssignee, () -> clear.add("assignee"));
        fields.change("recurrence", RecurrenceShape.RECURRENCE)
                .apply(patch::setRecurrence, () -> clear.add("recurrence"));
        fields.change("parentId", Shapes.ID).apply(patch::setParentId, () -> clear.add("parentId"));
        fields.change("reminders", RemindersShape.reminders(ids))
                .apply(patch::setReminders, () -> clear.add("reminders"));
        return patch.setClear(isNew ? List.of() : clear).build();
    }
}
