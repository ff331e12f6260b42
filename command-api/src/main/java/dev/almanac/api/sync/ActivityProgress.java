package dev.almanac.api.sync;

import static dev.almanac.api.read.Tables.AuditProgresses.SEQ;
import static dev.almanac.api.read.Tables.AuditProgresses.TABLE;
import static dev.almanac.api.read.Tables.AuditProgresses.WORKSPACE_ID;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.read.ReadModel;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells how far what was done is projected; that never stands still by itself. */
@Component
class ActivityProgress implements Standings {
    private static final int WORKSPACES_A_STATEMENT = 1_000;

    private final ReadModel readModel;

    ActivityProgress(ReadModel readModel) {
        this.readModel = readModel;
    }

    @Override
    public Mono<List<Standing>> of(Collection<UUID> workspaces) {
        return Flux.fromIterable(List.copyOf(workspaces))
                .buffer(WORKSPACES_A_STATEMENT)
                .concatMap(some -> readModel.rows(
                        select(WORKSPACE_ID, SEQ).from(TABLE).where(WORKSPACE_ID.eq(any(some.toArray(UUID[]::new))))))
                .flatMapIterable(rows -> rows)
                .map(row -> new Standing(row.value1(), row.value2(), false))
                .collectList();
    }
}
