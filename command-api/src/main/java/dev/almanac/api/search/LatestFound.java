package dev.almanac.api.search;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.with;

import dev.almanac.api.read.Tables.Comments;
import dev.almanac.api.read.Tables.Tasks;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Selects the tasks that were changed last among those that are found, without looking at all of these: what a word is in
 * everywhere is met soon on the way back from the latest change, and what it is in rarely is few.
 */
final class LatestFound {
    /** So many are ranked; of the comments that hold a word so many are looked at. */
    private static final int MOST = 500;

    private static final Field<UUID> ID = field(name("found", "id"), UUID.class);
    private static final Field<OffsetDateTime> UPDATED = field(name("found", "updated"), OffsetDateTime.class);
    private static final Field<UUID> TASK_ID = field(name("task_id"), UUID.class);

    private final UUID workspaceId;
    private final Sought sought;

    LatestFound(UUID workspaceId, Sought sought) {
        this.workspaceId = workspaceId;
        this.sought = sought;
    }

    /** @param meant which tasks are asked for at all */
    Select<Record1<UUID>> ids(Condition meant) {
        var holding = SearchSelect.matches(Tasks.SEARCH, SearchSelect.query(sought.all()));
        return with(said())
                .select(ID)
                .from(latest(meant.and(holding))
                        .union(latest(meant.and(isTalkedOf())))
                        .asTable("found"))
                .orderBy(UPDATED.desc(), ID.desc())
                .limit(inline(MOST));
    }

    private static Select<Record2<UUID, OffsetDateTime>> latest(Condition condition) {
        return select(Tasks.ID.as(ID.getName()), Tasks.UPDATED_AT.as(UPDATED.getName()))
                .from(Tasks.TABLE)
                .where(condition)
                .orderBy(Tasks.UPDATED_AT.desc(), Tasks.ID.desc())
                .limit(inline(MOST));
    }

    /** Of each word the tasks in whose comments it stands, by the latest comments. */
    private List<CommonTableExpression<Record1<UUID>>> said() {
        return IntStream.range(0, sought.words().size())
                .mapToObj(index -> DSL.name(said(index))
                        .fields(TASK_ID.getName())
                        .as(SearchSelect.commented(workspaceId, sought.words().get(index))
                                .orderBy(Comments.SEQ.desc())
                                .limit(inline(MOST))))
                .toList();
    }

    /** Some of the words stand in comments; all of them do there or in the task. */
    private Condition isTalkedOf() {
        var all = IntStream.range(0, sought.words().size());
        var holds = all.mapToObj(index -> SearchSelect.matches(
                                Tasks.SEARCH,
                                SearchSelect.query(sought.words().get(index).query()))
                        .or(Tasks.ID.in(talkedOf(index))))
                .toList();
        return Tasks.ID
                .in(IntStream.range(0, sought.words().size())
                        .<Select<Record1<UUID>>>mapToObj(LatestFound::talkedOf)
                        .reduce(Select::unionAll)
                        .orElseThrow())
                .and(and(holds));
    }

    private static Select<Record1<UUID>> talkedOf(int index) {
        return select(TASK_ID).from(table(name(said(index))));
    }

    private static String said(int index) {
        return "said" + index;
    }
}
