package dev.almanac.api.sync;

import static dev.almanac.api.read.Tables.Progresses.HALTED_REASON;
import static dev.almanac.api.read.Tables.Progresses.SEQ;
import static dev.almanac.api.read.Tables.Progresses.TABLE;
import static dev.almanac.api.read.Tables.Progresses.WORKSPACE_ID;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.read.ReadModel;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells how far workspaces are projected. */
@Component
public class Progress implements Standings {
    private static final int WORKSPACES_A_STATEMENT = 1_000;

    private final ReadModel readModel;

    Progress(ReadModel readModel) {
        this.readModel = readModel;
    }

    @Override
    public Mono<List<Standing>> of(Collection<UUID> workspaces) {
        return Flux.fromIterable(List.copyOf(workspaces))
                .buffer(WORKSPACES_A_STATEMENT)
                .concatMap(some -> readModel.rows(select(WORKSPACE_ID, SEQ, HALTED_REASON)
                        .from(TABLE)
                        .where(WORKSPACE_ID.eq(any(some.toArray(UUID[]::new))))))
                .flatMapIterable(rows -> rows)
                .map(row -> new Standing(row.value1(), row.value2(), row.value3() != null))
                .collectList();
    }
}
