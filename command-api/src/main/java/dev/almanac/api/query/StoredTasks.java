package dev.almanac.api.query;

import static org.jooq.impl.DSL.select;

import dev.almanac.api.http.FilteredTasks;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Seen;
import dev.almanac.api.read.Tables.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds in the read model which tasks a filter means. */
@Component
class StoredTasks implements FilteredTasks {
    private final MemberReads reads;
    private final FilterParameter filters;

    StoredTasks(MemberReads reads, FilterParameter filters) {
        this.reads = reads;
        this.filters = filters;
    }

    @Override
    public Mono<Seen<List<UUID>>> ids(
            UUID workspaceId, UUID caller, String filter, String pointer, long atLeast, int most) {
        return filters.ofBody(filter, pointer, caller)
                .map(meant -> new Asked(workspaceId, false, Optional.of(meant), Optional.empty()))
                .map(asked -> Items.one(select(Tasks.ID.as("id"))
                        .from(Tasks.TABLE)
                        .where(asked.condition())
                        .orderBy(Tasks.ID)
                        .limit(most)))
                .flatMap(items -> reads.rows(workspaceId, caller, atLeast, items))
                .map(seen -> seen.map(rows -> rows.stream()
                        .map(row -> row.get("id", UUID.class))
                        .sorted()
                        .toList()));
    }
}
