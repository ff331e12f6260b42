package dev.almanac.api.read;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import dev.almanac.api.read.Tables.AuditProgresses;
import dev.almanac.api.read.Tables.Members;
import dev.almanac.api.read.Tables.Progresses;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads things of a workspace together with its seq, and where a user asks with the membership too: by one statement, so
 * at one moment.
 */
@Component
public class Snapshots {
    private static final Field<Long> HEAD = field(name("workspace", "head"), Long.class);
    private static final Field<Object> ID = field(name(Items.ALIAS, "id"));

    private final ReadModel readModel;

    Snapshots(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** What a member may see; empty where the user is none. */
    public Mono<Optional<Seen<List<Record>>>> forMember(UUID workspaceId, UUID userId, Items items) {
        return forMember(workspaceId, userId, Part.THINGS, items);
    }

    /** The same of one part, with the seq that both it and the membership have reached. */
    public Mono<Optional<Seen<List<Record>>>> forMember(UUID workspaceId, UUID userId, Part part, Items items) {
        return of(member(workspaceId, userId, part), items);
    }

    /** The seq at a moment when the user was a member; empty where the user is none. */
    public Mono<Optional<Long>> forMember(UUID workspaceId, UUID userId) {
        return readModel
                .rows(select(HEAD).from(member(workspaceId, userId, Part.THINGS)))
                .map(rows -> rows.stream().findFirst().map(Record1::value1));
    }

    /** What anyone could see who may see all; at seq 0 where the read model knows no such workspace. */
    public Mono<Seen<List<Record>>> forAnyone(UUID workspaceId, Items items) {
        return of(anyone(workspaceId), items).map(Optional::orElseThrow);
    }

    private Mono<Optional<Seen<List<Record>>>> of(Table<?> workspace, Items items) {
        var item = items.select().asTable(Items.ALIAS);
        return readModel
                .rows(select(HEAD)
                        .select(item.fields())
                        .from(workspace)
                        .leftJoin(item)
                        .on(trueCondition())
                        .orderBy(items.order()))
                .map(Snapshots::seen);
    }

    private static Optional<Seen<List<Record>>> seen(List<Record> rows) {
        return rows.stream()
                .findFirst()
                .map(first -> new Seen<>(
                        first.get(HEAD),
                        // Where there are no items, the one row tells the seq only.
                        rows.stream().filter(row -> row.get(ID) != null).toList()));
    }

    private static Table<Record1<Long>> member(UUID workspaceId, UUID userId, Part part) {
        var things = coalesce(Progresses.SEQ, inline(0L));
        var told = coalesce(AuditProgresses.SEQ, inline(0L));
        var seq = switch (part) {
            case THINGS -> things;
            case ACTIVITY ->
                when(told.ge(coalesce(Progresses.AUDITED_SEQ, inline(0L))), things)
                        .otherwise(least(things, told));
        };
        return select(seq.as(HEAD.getName()))
                .from(Members.TABLE)
                .leftJoin(Progresses.TABLE)
                .on(Progresses.WORKSPACE_ID.eq(Members.WORKSPACE_ID))
                .leftJoin(AuditProgresses.TABLE)
                .on(AuditProgresses.WORKSPACE_ID.eq(Members.WORKSPACE_ID).and(inline(part == Part.ACTIVITY)))
                .where(Members.WORKSPACE_ID.eq(workspaceId), Members.USER_ID.eq(userId))
                .asTable("workspace");
    }

    private static Table<Record1<Long>> anyone(UUID workspaceId) {
        var seq = select(Progresses.SEQ).from(Progresses.TABLE).where(Progresses.WORKSPACE_ID.eq(workspaceId));
        return select(coalesce(field(seq), inline(0L)).as(HEAD.getName())).asTable("workspace");
    }
}
