package dev.almanac.api.sync;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.almanac.api.read.ReadModel;
import dev.almanac.api.read.Tables.AuditProgresses;
import dev.almanac.api.read.Tables.Progresses;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells how far what was done is projected: as far as all else, once everything is told that users did until then. That
 * never stands still by itself.
 */
@Component
class ActivityProgress implements Standings {
    private static final int WORKSPACES_A_STATEMENT = 1_000;

    private static final Field<Long> TOLD = coalesce(AuditProgresses.SEQ, inline(0L));
    private static final Field<Long> REACHED = when(TOLD.ge(Progresses.AUDITED_SEQ), greatest(Progresses.SEQ, TOLD))
            .otherwise(TOLD);

    private final ReadModel readModel;

    ActivityProgress(ReadModel readModel) {
        this.readModel = readModel;
    }

    @Override
    public Mono<List<Standing>> of(Collection<UUID> workspaces) {
        return Flux.fromIterable(List.copyOf(workspaces))
                .buffer(WORKSPACES_A_STATEMENT)
                .concatMap(some -> readModel.rows(select(Progresses.WORKSPACE_ID, REACHED)
                        .from(Progresses.TABLE)
                        .leftJoin(AuditProgresses.TABLE)
                        .on(AuditProgresses.WORKSPACE_ID.eq(Progresses.WORKSPACE_ID))
                        .where(Progresses.WORKSPACE_ID.eq(any(some.toArray(UUID[]::new))))))
                .flatMapIterable(rows -> rows)
                .map(row -> new Standing(row.value1(), row.value2(), false))
                .collectList();
    }
}
