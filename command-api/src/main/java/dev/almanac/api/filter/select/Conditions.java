package dev.almanac.api.filter.select;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.IdField;
import dev.almanac.api.filter.TextField;
import dev.almanac.api.read.Tables.Lists;
import dev.almanac.api.read.Tables.Tasks;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The rows of {@code task} that a filter means. Whatever comes from the filter is bound, never written into the
 * statement. Terms stand so that an index can answer them; only where one is negated it is made two-valued first, since
 * what has no value is then meant.
 */
public final class Conditions {
    private final UUID workspaceId;

    /** @param workspaceId of which the rows are; the condition itself does not ask for it */
    public Conditions(UUID workspaceId) {
        this.workspaceId = workspaceId;
    }

    public Condition of(Filter filter) {
        return switch (filter) {
            case Filter.All(var filters) -> and(filters.stream().map(this::of).toList());
            case Filter.Any(var filters) -> or(filters.stream().map(this::of).toList());
            case Filter.Not(Filter.Not(var inner)) -> of(inner);
            case Filter.Not(Filter.IsSet(var field)) -> Presence.isNull(field);
            case Filter.Not(var inner) -> condition("({0}) is not true", field(of(inner)));
            case Filter.Term term -> of(term);
        };
    }

    private Condition of(Filter.Term term) {
        return switch (term) {
            case Filter.StatusIn(var statuses) ->
                Tasks.STATUS.in(statuses.stream()
                        .map(status -> status.name().toLowerCase(Locale.ROOT))
                        .toList());
            case Filter.PriorityIn(var priorities) ->
                Tasks.PRIORITY.in(priorities.stream()
                        .map(priority -> (short) priority.ordinal())
                        .toList());
            case Filter.ListIn(var ids, var names) ->
                names.isEmpty() ? any(Tasks.LIST_ID, uuids(ids)) : any(Tasks.LIST_ID, lists(ids, names));
            case Filter.ListContains(var part) ->
                any(
                        Tasks.LIST_ID,
                        array(select(Lists.ID)
                                .from(Lists.TABLE)
                                .where(
                                        Lists.WORKSPACE_ID.eq(workspaceId),
                                        Texts.contains(Texts.lower(Lists.NAME), part))));
            case Filter.TagIn(var tags) -> condition("{0} && {1}", Tasks.TAG_KEYS, Texts.all(tags));
            case Filter.TagContains(var part) ->
                condition(
                        "exists (select from unnest({0}) as tag where tag like {1})",
                        Tasks.TAG_KEYS, val(Texts.containing(part)));
            case Filter.IdIn(var field, var ids) -> any(column(field), uuids(ids));
            case Filter.TextIn(var field, var texts) ->
                condition("{0} = any ({1})", Texts.lower(column(field)), Texts.all(texts));
            case Filter.TextContains(var field, var part) -> Texts.contains(Texts.lower(column(field)), part);
            case Filter.DateIs date -> Dates.of(date);
            case Filter.IsSet(var field) -> Presence.isNull(field).not();
            case Filter.Recurring() -> Tasks.RECURRING.isTrue();
            case Filter.Overdue(var now) ->
                Tasks.STATUS.eq("open").and(Tasks.OVERDUE_AT.le(now.atOffset(ZoneOffset.UTC)));
        };
    }

    private Field<UUID[]> lists(Collection<UUID> ids, Collection<String> names) {
        var named = array(select(Lists.ID)
                .from(Lists.TABLE)
                .where(
                        Lists.WORKSPACE_ID.eq(workspaceId),
                        condition("{0} = any ({1})", Texts.lower(Lists.NAME), Texts.all(names))));
        return field("{0} || {1}", UUID[].class, uuids(ids), named);
    }

    private static Condition any(Field<UUID> column, Field<UUID[]> ids) {
        return condition("{0} = any ({1})", column, ids);
    }

    private static Field<UUID[]> uuids(Collection<UUID> ids) {
        return val(ids.toArray(UUID[]::new));
    }

    private static Field<UUID> column(IdField field) {
        return switch (field) {
            case ASSIGNEE -> Tasks.ASSIGNEE;
            case PARENT -> Tasks.PARENT_ID;
        };
    }

    private static Field<String> column(TextField field) {
        return switch (field) {
            case TITLE -> Tasks.TITLE;
            case NOTES -> Tasks.NOTES;
        };
    }
}
