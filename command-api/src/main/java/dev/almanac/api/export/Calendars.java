package dev.almanac.api.export;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.jsonGetAttribute;
import static org.jooq.impl.DSL.jsonGetAttributeAsText;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.read.ReadModel;
import dev.almanac.api.read.Tables.Lists;
import dev.almanac.api.read.Tables.Members;
import dev.almanac.api.read.Tables.Progresses;
import dev.almanac.api.read.Tables.Tasks;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds whose calendar is read at an address. */
@Component
class Calendars {
    private static final Field<String> LINK =
            jsonGetAttributeAsText(jsonGetAttribute(Members.STATE, "calendarLink"), "id");
    private static final Field<OffsetDateTime> LIST_CHANGED =
            jsonGetAttributeAsText(Lists.STATE, "updatedAt").cast(SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final ReadModel readModel;

    Calendars(ReadModel readModel) {
        this.readModel = readModel;
    }

    /**
     * A calendar as it stands.
     *
     * @param userId the member who gave its address away
     * @param seq of the workspace
     * @param changedAt when a task or a list last was
     */
    record Standing(UUID userId, long seq, Instant changedAt) {}

    /** @return empty where the address has been taken back, or its giver is no member any more */
    Mono<Standing> find(UUID workspaceId, UUID linkId) {
        var task = field(select(Tasks.UPDATED_AT)
                .from(Tasks.TABLE)
                .where(Tasks.WORKSPACE_ID.eq(workspaceId))
                .orderBy(Tasks.SEQ.desc())
                .limit(1));
        var list = field(select(max(LIST_CHANGED)).from(Lists.TABLE).where(Lists.WORKSPACE_ID.eq(workspaceId)));
        var changed = greatest(list, coalesce(task, list)).as("changed");
        var seq = coalesce(Progresses.SEQ, 0L).as("seq");
        return readModel
                .rows(select(Members.USER_ID, seq, changed)
                        .from(Members.TABLE)
                        .leftJoin(Progresses.TABLE)
                        .on(Progresses.WORKSPACE_ID.eq(Members.WORKSPACE_ID))
                        .where(Members.WORKSPACE_ID.eq(workspaceId), LINK.eq(linkId.toString())))
                .flatMap(rows -> Mono.justOrEmpty(rows.stream()
                        .findFirst()
                        .map(row -> new Standing(
                                row.value1(), row.value2(), row.value3().toInstant()))));
    }
}
