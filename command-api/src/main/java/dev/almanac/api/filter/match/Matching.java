package dev.almanac.api.filter.match;

import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.IdField;
import dev.almanac.api.filter.OptionalField;
import dev.almanac.api.filter.TextField;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells of a task by its state whether a filter means it, as the read model would: for who follows a workspace live.
 * Whether the task is in the trash is not asked.
 */
public final class Matching {
    private final ListNames lists;

    public Matching(ListNames lists) {
        this.lists = lists;
    }

    public boolean matches(Filter filter, Task task) {
        return switch (filter) {
            case Filter.All(var filters) -> filters.stream().allMatch(it -> matches(it, task));
            case Filter.Any(var filters) -> filters.stream().anyMatch(it -> matches(it, task));
            case Filter.Not(var inner) -> !matches(inner, task);
            case Filter.Term term -> holds(term, task);
        };
    }

    private boolean holds(Filter.Term term, Task task) {
        return switch (term) {
            case Filter.StatusIn(var statuses) -> statuses.contains(task.getStatus());
            case Filter.PriorityIn(var priorities) -> priorities.contains(task.getPriority());
            case Filter.ListIn(var ids, var names) ->
                ids.contains(task.getListId())
                        || listName(task).filter(names::contains).isPresent();
            case Filter.ListContains(var part) ->
                listName(task).filter(name -> name.contains(part)).isPresent();
            case Filter.TagIn(var tags) -> tags(task).stream().anyMatch(tags::contains);
            case Filter.TagContains(var part) -> tags(task).stream().anyMatch(tag -> tag.contains(part));
            case Filter.IdIn(var field, var ids) ->
                id(field, task).filter(ids::contains).isPresent();
            case Filter.TextIn(var field, var texts) ->
                text(field, task).filter(texts::contains).isPresent();
            case Filter.TextContains(var field, var part) ->
                text(field, task).filter(text -> text.contains(part)).isPresent();
            case Filter.DateIs date -> TaskDates.matches(date, task);
            case Filter.IsSet(var field) -> isSet(field, task);
            case Filter.Recurring() -> task.getRecurrence().isPresent();
            case Filter.Overdue(var now) ->
                task.getStatus() == TaskStatus.OPEN
                        && task.getDue()
                                .filter(due -> !TaskDates.passedAt(due).isAfter(now))
                                .isPresent();
        };
    }

    private static boolean isSet(OptionalField field, Task task) {
        return switch (field) {
            case TAG -> !task.getTags().isEmpty();
            case DUE -> task.getDue().isPresent();
            case START -> task.getStart().isPresent();
            case COMPLETED -> task.getCompletedAt().isPresent();
            case ASSIGNEE -> task.getAssignee().isPresent();
            case PARENT -> task.getParentId().isPresent();
            case NOTES -> task.getNotes().isPresent();
        };
    }

    private static Optional<UUID> id(IdField field, Task task) {
        return switch (field) {
            case ASSIGNEE -> task.getAssignee();
            case PARENT -> task.getParentId();
        };
    }

    private Optional<String> listName(Task task) {
        return lists.of(task.getListId()).map(Matching::lower);
    }

    private static List<String> tags(Task task) {
        return task.getTags().stream().map(Matching::lower).toList();
    }

    private static Optional<String> text(TextField field, Task task) {
        return switch (field) {
            case TITLE -> Optional.of(lower(task.getTitle()));
            case NOTES -> task.getNotes().map(Matching::lower);
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
