package dev.almanac.api.query;

import static org.jooq.impl.DSL.noCondition;

import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.select.Conditions;
import dev.almanac.api.read.Tables.Tasks;
import dev.almanac.api.search.SearchSelect;
import dev.almanac.api.search.Sought;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;

/**
 * Which tasks of a workspace a request is about.
 *
 * @param trash whether those in the trash, or all others
 * @param filter which of them; empty for all
 * @param sought which words they hold; empty for any
 */
record Asked(UUID workspaceId, boolean trash, Optional<Filter> filter, Optional<Sought> sought) {
    Condition condition() {
        return meant().and(search().map(SearchSelect::found).orElse(noCondition()));
    }

    /** The same where they are to be ranked, for which those that were changed last have to do. */
    Condition ranked() {
        return search().map(search -> Tasks.WORKSPACE_ID.eq(workspaceId).and(search.foundLately(meant())))
                .orElseGet(this::meant);
    }

    private Condition meant() {
        return Tasks.WORKSPACE_ID
                .eq(workspaceId)
                .and(trash ? Tasks.DELETED_AT.isNotNull() : Tasks.DELETED_AT.isNull())
                .and(filter.map(new Conditions(workspaceId)::of).orElse(noCondition()));
    }

    Optional<SearchSelect> search() {
        return sought.map(words -> new SearchSelect(workspaceId, words));
    }
}
