package dev.almanac.api.query;

import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Items;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.TableLike;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/**
 * Things of one kind, each told as the state that its row holds: all that a member may see page by page, and one.
 *
 * @param table where they are
 * @param order in which they are listed; together never the same for two
 */
record StatedThings(
        MemberReads reads,
        TableLike<?> table,
        Field<UUID> id,
        Field<Long> version,
        Field<JSON> state,
        List<? extends Key<?>> order) {
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    /**
     * @param list names the list and everything that makes it what it is
     * @param which of the things
     */
    Mono<ResponseEntity<byte[]>> page(
            String list,
            Condition which,
            UUID workspaceId,
            Caller caller,
            MultiValueMap<String, String> query,
            HttpHeaders headers) {
        var parameters = new Parameters(query, PARAMETERS);
        var limit = parameters.limit(Parameters.MOST_ITEMS);
        var things = new Keyset(list, table, id, List.of(state), which, order);
        return reads.rows(
                        workspaceId,
                        caller.userId(),
                        SyncToken.of(headers),
                        things.items(limit, parameters.text("cursor")))
                .map(seen -> Answers.page(seen.map(
                        rows -> things.page(rows, limit, row -> row.get(state).data()))));
    }

    /** @param which of the things, of which one has the id at most */
    Mono<ResponseEntity<byte[]>> one(
            UUID wanted,
            Condition which,
            UUID workspaceId,
            Caller caller,
            MultiValueMap<String, String> query,
            HttpHeaders headers) {
        new Parameters(query, Set.of());
        var thing = Items.one(select(id.as("id"), version, state).from(table).where(which, id.eq(wanted)));
        return reads.row(workspaceId, caller.userId(), SyncToken.of(headers), thing)
                .map(seen -> Answers.versioned(
                        seen.value().get(version),
                        seen.map(row -> row.get(state).data())));
    }
}
