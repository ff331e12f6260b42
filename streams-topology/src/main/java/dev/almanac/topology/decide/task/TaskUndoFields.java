package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The fields of a task that people change, and so can take back. What the topology makes of them follows from them. */
final class TaskUndoFields {
    /** By the names that the schema gives them. */
    static final Map<String, Function<Task, Object>> ALL = all();

    private static final List<String> EDITED = List.of(
            "title",
            "notes",
            "priority",
            "tags",
            "start",
            "due",
            "estimate",
            "assignee",
            "parentId",
            "reminders",
            "recurrence");

    private TaskUndoFields() {}

    private static Map<String, Function<Task, Object>> all() {
        Map<String, Function<Task, Object>> fields = new LinkedHashMap<>();
        fields.put("title", Task::getTitle);
        fields.put("notes", Task::getNotes);
        fields.put("status", Task::getStatus);
        fields.put("priority", Task::getPriority);
        fields.put("tags", Task::getTags);
        fields.put("start", Task::getStart);
        fields.put("due", Task::getDue);
        fields.put("estimate", Task::getEstimate);
        fields.put("assignee", Task::getAssignee);
        fields.put("parentId", Task::getParentId);
        fields.put("listId", Task::getListId);
        fields.put("position", Task::getPosition);
        fields.put("reminders", TaskUndoFields::reminders);
        fields.put("recurrence", task -> task.getRecurrence().map(AskedAgain::recurrence));
        return fields;
    }

    /** Whether an edit can take some of it back. */
    static boolean isEdit(Difference<Task> difference) {
        return EDITED.stream().anyMatch(difference::has);
    }

    /** What an edit has to ask for, so that the fields are as before. */
    static TaskPatch patch(Difference<Task> difference) {
        Task before = difference.before();
        TaskPatch.Builder patch = TaskPatch.newBuilder();
        List<String> clear = new ArrayList<>();
        boolean isAnother = SeriesUndo.isAnother(difference);
        for (String field : EDITED) {
            if (difference.has(field) && !set(field, before, isAnother, patch)) {
                clear.add(field);
            }
        }
        return patch.setClear(clear).build();
    }

    /**
     * @param isAnother whether the series it was is brought back whole
     * @return false where there was nothing, so that the field has to be cleared
     */
    private static boolean set(String field, Task before, boolean isAnother, TaskPatch.Builder patch) {
        switch (field) {
            case "title" -> patch.setTitle(before.getTitle());
            case "notes" -> patch.setNotes(before.getNotes().orElse(null));
            case "priority" -> patch.setPriority(before.getPriority() == Priority.NONE ? null : before.getPriority());
            case "tags" -> patch.setTags(before.getTags().isEmpty() ? null : before.getTags());
            case "start" -> patch.setStart(before.getStart().orElse(null));
            case "due" -> patch.setDue(before.getDue().orElse(null));
            case "estimate" -> patch.setEstimate(before.getEstimate().orElse(null));
            case "assignee" -> patch.setAssignee(before.getAssignee().orElse(null));
            case "parentId" -> patch.setParentId(before.getParentId().orElse(null));
            case "reminders" -> patch.setReminders(before.getReminders().isEmpty() ? null : reminders(before));
            case "recurrence" ->
                patch.setRecurrence(before.getRecurrence()
                        .map(it -> isAnother ? AskedAgain.asRule(it) : AskedAgain.recurrence(it))
                        .orElse(null));
            default -> throw new IllegalArgumentException(field + " is not edited");
        }
        return patch.build().get(field) != null;
    }

    /** What was asked for, not what has become of it. */
    private static List<ReminderRequest> reminders(Task task) {
        return task.getReminders().stream().map(AskedAgain::reminder).toList();
    }
}
