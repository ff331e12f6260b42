package dev.almanac.api.query;

import static org.jooq.impl.DSL.jsonGetAttributeAsText;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.http.WorkspaceLists;
import dev.almanac.api.quickadd.NamedList;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Tables.Lists;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The lists of a workspace, from the read model. */
@Component
class StoredLists implements WorkspaceLists {
    /** As many as a workspace may have. */
    private static final int MOST = 500;

    private static final Field<String> NAME =
            jsonGetAttributeAsText(Lists.STATE, "name").as("name");

    private final MemberReads reads;

    StoredLists(MemberReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<List<NamedList>> of(UUID workspaceId, UUID userId, long atLeast) {
        var lists = Items.one(select(Lists.ID.as("id"), NAME)
                .from(Lists.TABLE)
                .where(Lists.WORKSPACE_ID.eq(workspaceId))
                .limit(MOST));
        return reads.rows(workspaceId, userId, atLeast, lists)
                .map(seen -> seen.value().stream().map(StoredLists::named).toList());
    }

    private static NamedList named(Record row) {
        return new NamedList(row.get("id", UUID.class), row.get(NAME));
    }
}
