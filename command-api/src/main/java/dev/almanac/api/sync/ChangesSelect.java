package dev.almanac.api.sync;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.read.Items;
import dev.almanac.api.read.Tables.Comments;
import dev.almanac.api.read.Tables.Filters;
import dev.almanac.api.read.Tables.Lists;
import dev.almanac.api.read.Tables.Members;
import dev.almanac.api.read.Tables.Removed;
import dev.almanac.api.read.Tables.Tasks;
import dev.almanac.api.read.Tables.Workspaces;
import dev.almanac.schemas.model.EntityKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;

/**
 * Selects what changed in a workspace: the latest state of each thing that has changed after a seq, by ascending seq.
 *
 * @param since the seq after which to look
 * @param limit the most changes of a page, at least 1
 */
public record ChangesSelect(UUID workspaceId, long since, int limit) {
    private static final Field<Long> SEQ = field(name("seq"), Long.class);
    private static final Field<String> KIND = field(name("kind"), String.class);
    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Field<JSON> STATE = field(name("state"), JSON.class);
    private static final Field<UUID> OWNER = field(name("owner"), UUID.class);

    /** The changes, and one more that tells whether more follow. */
    public Items items() {
        var changes = of(Tasks.TABLE, EntityKind.TASK, Tasks.WORKSPACE_ID, Tasks.SEQ, Tasks.ID, Tasks.STATE)
                .unionAll(of(Lists.TABLE, EntityKind.LIST, Lists.WORKSPACE_ID, Lists.SEQ, Lists.ID, Lists.STATE))
                .unionAll(of(
                        Comments.TABLE,
                        EntityKind.COMMENT,
                        Comments.WORKSPACE_ID,
                        Comments.SEQ,
                        Comments.ID,
                        Comments.STATE))
                .unionAll(of(
                        Members.TABLE,
                        EntityKind.MEMBER,
                        Members.WORKSPACE_ID,
                        Members.SEQ,
                        Members.USER_ID,
                        Members.STATE))
                .unionAll(of(
                        Workspaces.TABLE,
                        EntityKind.WORKSPACE,
                        Workspaces.WORKSPACE_ID,
                        Workspaces.SEQ,
                        Workspaces.WORKSPACE_ID,
                        Workspaces.STATE))
                .unionAll(some(
                        Filters.TABLE,
                        inline("filter"),
                        Filters.WORKSPACE_ID,
                        Filters.SEQ,
                        Filters.ID,
                        Filters.STATE,
                        Filters.OWNER))
                .unionAll(some(
                        Removed.TABLE,
                        Removed.KIND,
                        Removed.WORKSPACE_ID,
                        Removed.SEQ,
                        Removed.ID,
                        castNull(JSON.class),
                        castNull(UUID.class)));
        var page = select(SEQ, KIND, ID, STATE, OWNER)
                .from(changes.asTable("change"))
                .orderBy(SEQ)
                .limit(limit + 1);
        return new Items(page, List.of(field(name(Items.ALIAS, SEQ.getName()))));
    }

    /**
     * The page that the rows make.
     *
     * @param head the read model's seq when they were selected
     */
    public ChangesPage page(List<? extends Record> rows, long head) {
        var changes = rows.stream().limit(limit).map(ChangesSelect::change).toList();
        var more = rows.size() > limit;
        return new ChangesPage(changes, more ? changes.getLast().seq() : head, more);
    }

    private Select<Record5<Long, String, UUID, JSON, UUID>> of(
            Table<?> table,
            EntityKind kind,
            Field<UUID> workspace,
            Field<Long> seq,
            Field<UUID> id,
            Field<JSON> state) {
        return some(
                table, inline(kind.name().toLowerCase(Locale.ROOT)), workspace, seq, id, state, castNull(UUID.class));
    }

    /** Each table is read by its own index on seq, and no further than the page goes. */
    private Select<Record5<Long, String, UUID, JSON, UUID>> some(
            Table<?> table,
            Field<String> kind,
            Field<UUID> workspace,
            Field<Long> seq,
            Field<UUID> id,
            Field<JSON> state,
            Field<UUID> owner) {
        return select(seq.as(SEQ), kind.as(KIND), id.as(ID), state.as(STATE), owner.as(OWNER))
                .from(table)
                .where(workspace.eq(workspaceId), seq.gt(since))
                .orderBy(seq)
                .limit(limit + 1);
    }

    private static Change change(Record row) {
        return new Change(
                row.get(SEQ),
                EntityKind.valueOf(row.get(KIND).toUpperCase(Locale.ROOT)),
                row.get(ID),
                Optional.ofNullable(row.get(STATE)).map(JSON::data),
                Optional.ofNullable(row.get(OWNER)));
    }
}
