package dev.almanac.projection.write;

import dev.almanac.projection.apply.CommentRow;
import dev.almanac.projection.apply.FilterRow;
import dev.almanac.projection.apply.ListRow;
import dev.almanac.projection.apply.MemberRow;
import dev.almanac.projection.apply.Moment;
import dev.almanac.projection.apply.Row;
import dev.almanac.projection.apply.TaskRow;
import dev.almanac.projection.apply.WorkspaceRow;
import dev.almanac.schemas.model.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which column of which table holds what; the tables themselves are made by the migrations. */
final class Tables {
    static final Upsert<WorkspaceRow> WORKSPACE =
            new Upsert<>("workspace", List.of("workspace_id"), thing(Column.of("name", "text", WorkspaceRow::name)));

    static final Upsert<MemberRow> MEMBER = new Upsert<>(
            "member",
            List.of("workspace_id", "user_id"),
            thing(
                    Column.of("user_id", "uuid", MemberRow::userId),
                    Column.of("role", "text", row -> symbol(row.role()))));

    static final Upsert<ListRow> LIST = new Upsert<>(
            "list",
            List.of("workspace_id", "id"),
            thing(
                    Column.of("id", "uuid", ListRow::id),
                    Column.of("name", "text", ListRow::name),
                    Column.of("position", "text", ListRow::position)));

    static final Upsert<TaskRow> TASK = Upsert.ofSearched(
            "task",
            List.of("workspace_id", "id"),
            thing(
                    Column.of("id", "uuid", TaskRow::id),
                    Column.of("list_id", "uuid", TaskRow::listId),
                    Column.of("parent_id", "uuid", TaskRow::parentId),
                    Column.of("position", "text", TaskRow::position),
                    Column.of("title", "text", TaskRow::title),
                    Column.of("notes", "text", TaskRow::notes),
                    Column.of("status", "text", row -> symbol(row.status())),
                    Column.of("priority", "smallint", row -> rank(row.priority())),
                    Column.ofTexts("tags", TaskRow::tags),
                    Column.ofTexts("tag_keys", TaskRow::tagKeys),
                    Column.of("assignee", "uuid", TaskRow::assignee),
                    Column.of("start_date", "date", of(TaskRow::start, Moment::date)),
                    Column.of("start_time", "time", of(TaskRow::start, Moment::time)),
                    Column.of("start_at", "timestamptz", of(TaskRow::start, Moment::at)),
                    Column.of("due_date", "date", of(TaskRow::due, Moment::date)),
                    Column.of("due_time", "time", of(TaskRow::due, Moment::time)),
                    Column.of("due_at", "timestamptz", of(TaskRow::due, Moment::at)),
                    Column.of("overdue_at", "timestamptz", of(TaskRow::due, Moment::passedAt)),
                    Column.of("recurring", "boolean", TaskRow::recurring),
                    Column.of("created_at", "timestamptz", TaskRow::createdAt),
                    Column.of("updated_at", "timestamptz", TaskRow::updatedAt),
                    Column.of("completed_at", "timestamptz", TaskRow::completedAt),
                    Column.of("deleted_at", "timestamptz", TaskRow::deletedAt)));

    static final Upsert<CommentRow> COMMENT = Upsert.ofSearched(
            "comment",
            List.of("workspace_id", "id"),
            thing(
                    Column.of("id", "uuid", CommentRow::id),
                    Column.of("task_id", "uuid", CommentRow::taskId),
                    Column.of("created_at", "timestamptz", CommentRow::createdAt),
                    Column.of("text", "text", CommentRow::text)));

    static final Upsert<FilterRow> FILTER = new Upsert<>(
            "filter",
            List.of("workspace_id", "id"),
            thing(
                    Column.of("id", "uuid", FilterRow::id),
                    Column.of("owner", "uuid", FilterRow::owner),
                    Column.of("name", "text", FilterRow::name)));

    private Tables() {}

    /** The columns that every thing has, and its own. */
    @SafeVarargs
    private static <R extends Row> List<Column<R>> thing(Column<R>... own) {
        List<Column<R>> columns = new ArrayList<>(List.of(
                Column.of("workspace_id", "uuid", Row::workspaceId),
                Column.of("seq", "bigint", Row::seq),
                Column.of("version", "bigint", Row::version),
                Column.of("state", "json", Row::state)));
        columns.addAll(List.of(own));
        return columns;
    }

    private static Function<TaskRow, @Nullable Object> of(
            Function<TaskRow, @Nullable Moment> date, Function<Moment, @Nullable Object> part) {
        return row -> {
            Moment moment = date.apply(row);
            return moment == null ? null : part.apply(moment);
        };
    }

    private static String symbol(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static int rank(Priority priority) {
        return switch (priority) {
            case NONE -> 0;
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
            case URGENT -> 4;
        };
    }
}
