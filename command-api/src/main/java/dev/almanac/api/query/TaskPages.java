package dev.almanac.api.query;

import dev.almanac.api.filter.Filter;
import dev.almanac.api.read.Tables.Tasks;
import dev.almanac.api.search.SearchSelect;
import dev.almanac.api.search.Sought;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** The statements that list tasks. */
public final class TaskPages {
    private TaskPages() {}

    /**
     * The first page of those tasks of a workspace, not of its trash, that a filter means and that hold what is sought; as
     * the API asks for it, to be measured by itself.
     *
     * @param sort a value of the parameter {@code sort}
     */
    public static Select<? extends Record> first(
            UUID workspaceId, Optional<Filter> filter, Optional<Sought> sought, String sort, int limit) {
        return keyset(new Asked(workspaceId, false, filter, sought), sort, "")
                .items(limit, Optional.empty())
                .select();
    }

    /** @param asked what makes the list what it is besides, in words */
    static Keyset keyset(Asked asked, String sort, String words) {
        List<Field<?>> columns = new ArrayList<>(List.of(Tasks.STATE));
        asked.search().ifPresent(search -> columns.addAll(search.columns()));
        var keys = TaskOrder.parse(sort, asked.search().map(SearchSelect::relevance));
        return new Keyset(
                "tasks/%s/%b/%s/%s".formatted(asked.workspaceId(), asked.trash(), sort, words),
                Tasks.TABLE,
                Tasks.ID,
                columns,
                TaskOrder.isByRelevance(sort) ? asked.ranked() : asked.condition(),
                keys);
    }
}
