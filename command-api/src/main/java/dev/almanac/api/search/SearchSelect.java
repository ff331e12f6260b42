package dev.almanac.api.search;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.almanac.api.read.Tables.Comments;
import dev.almanac.api.read.Tables.Tasks;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.SQLDataType;

/** Selects the rows of {@code task} in which, or in whose comments, all the words that are sought stand. */
public final class SearchSelect {
    private final UUID workspaceId;
    private final Sought sought;

    public SearchSelect(UUID workspaceId, Sought sought) {
        this.workspaceId = workspaceId;
        this.sought = sought;
    }

    public Condition found() {
        return and(sought.words().stream().map(this::holds).toList());
    }

    private Condition holds(Sought.Word word) {
        return matches(Tasks.SEARCH, query(word.query())).or(isOneOf(array(commented(workspaceId, word))));
    }

    /**
     * Of the rows that are found those that were changed last, as many as can be ranked while someone waits.
     *
     * @param meant which rows are asked for at all
     */
    public Condition foundLately(Condition meant) {
        return isOneOf(array(new LatestFound(workspaceId, sought).ids(meant)));
    }

    static SelectConditionStep<Record1<UUID>> commented(UUID workspaceId, Sought.Word word) {
        return select(Comments.TASK_ID)
                .from(Comments.TABLE)
                .where(Comments.WORKSPACE_ID.eq(workspaceId), matches(Comments.SEARCH, query(word.query())));
    }

    private static Condition isOneOf(Field<UUID[]> ids) {
        return condition("{0} = any ({1})", Tasks.ID, ids);
    }

    /**
     * How well a row answers, in millionths: by how much of what was typed is in the title, the tags, the notes. What only a
     * comment or another spelling answers has none. It changes with the row alone, so pages can go by it.
     */
    public Field<Integer> relevance() {
        return field(
                "(ts_rank({0}, {1}, {2}) * 1000000)::int",
                Integer.class,
                inline("{0.1,0.2,0.5,1.0}").cast(SQLDataType.REAL.array()),
                Tasks.SEARCH,
                query(sought.ranking()));
    }

    /** What {@link Highlights} looks at, besides a task's id. */
    public List<Field<?>> columns() {
        return List.of(
                Tasks.TITLE,
                Tasks.TAGS,
                Tasks.NOTES,
                comment(Comments.ID).as(FoundComment.ID),
                comment(Comments.TEXT).as(FoundComment.TEXT));
    }

    /** The names of the columns that tell of the first comment that answers. */
    static final class FoundComment {
        static final Field<UUID> ID = field(name("comment_id"), UUID.class);
        static final Field<String> TEXT = field(name("comment_text"), String.class);

        private FoundComment() {}
    }

    private <T> Field<T> comment(Field<T> column) {
        return field(select(column)
                .from(Comments.TABLE)
                .where(
                        Comments.WORKSPACE_ID.eq(workspaceId),
                        Comments.TASK_ID.eq(Tasks.ID),
                        matches(Comments.SEARCH, query(sought.any())))
                .orderBy(Comments.CREATED_AT, Comments.ID)
                .limit(inline(1)));
    }

    static Condition matches(Field<?> search, Field<?> query) {
        return condition("{0} @@ {1}", search, query);
    }

    static Field<Object> query(String text) {
        return field("to_tsquery('almanac.words', {0})", Object.class, val(text, SQLDataType.CLOB));
    }
}
