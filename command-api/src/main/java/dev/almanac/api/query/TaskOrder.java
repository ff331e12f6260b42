package dev.almanac.api.query;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.accept.SortKey;
import dev.almanac.api.accept.SortText;
import dev.almanac.api.read.Tables.Lists;
import dev.almanac.api.read.Tables.Tasks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;

/** The orders of tasks: {@code -priority,due} is the most urgent first, and of equal ones the one that is due first. */
final class TaskOrder {
    /** Letters by their base letter first, wherever the database was made. */
    static final String ALPHABETICAL = "und-x-icu";

    private TaskOrder() {}

    /**
     * Reads a value of {@code sort}.
     *
     * @param relevance what {@code relevance} means, where something is sought
     * @return the keys, with the id as the last, in the direction of the one before it, so that one index serves both
     * @throws dev.almanac.api.problem.ProblemException where it is none
     */
    static List<Key<?>> parse(String sort, Optional<Field<Integer>> relevance) {
        Set<SortKey> known = relevance.isPresent() ? EnumSet.allOf(SortKey.class) : SortText.USUAL;
        var parts =
                SortText.read(sort, known).orElseThrow(() -> Parameters.refused("sort: " + SortText.expected(known)));
        List<Key<?>> keys = new ArrayList<>();
        parts.forEach(part -> keys.add(key(part, relevance)));
        keys.add(Key.id(Tasks.ID, parts.getLast().descending()));
        return List.copyOf(keys);
    }

    /** Whether what was found has to be ranked for a value of {@code sort}. */
    static boolean isByRelevance(String sort) {
        return SortText.read(sort, EnumSet.allOf(SortKey.class)).stream()
                .flatMap(List::stream)
                .anyMatch(part -> part.key() == SortKey.RELEVANCE);
    }

    private static Key<?> key(SortText.Part part, Optional<Field<Integer>> relevance) {
        var descending = part.descending();
        return switch (part.key()) {
            case POSITION -> Key.text(Tasks.POSITION, descending);
            case PRIORITY -> Key.rank(Tasks.PRIORITY, descending);
            case DUE -> Key.timeIfAny(Tasks.DUE_AT, descending);
            case CREATED -> Key.time(Tasks.CREATED_AT, descending);
            case UPDATED -> Key.time(Tasks.UPDATED_AT, descending);
            case TITLE -> Key.text(Tasks.TITLE.collate(collation(ALPHABETICAL)), descending);
            case START -> Key.timeIfAny(Tasks.START_AT, descending);
            case STATUS -> Key.text(Tasks.STATUS, descending);
            case LIST -> Key.text(listPosition(), descending);
            case ASSIGNEE -> Key.idIfAny(Tasks.ASSIGNEE, descending);
            case COMPLETED -> Key.timeIfAny(Tasks.COMPLETED_AT, descending);
            case RELEVANCE -> Key.index(relevance.orElseThrow(), descending);
        };
    }

    /** In the order of the lists; a list that is gone, whose tasks are in the trash, before all others. */
    private static Field<String> listPosition() {
        return coalesce(
                field(select(Lists.POSITION)
                        .from(Lists.TABLE)
                        .where(Lists.WORKSPACE_ID.eq(Tasks.WORKSPACE_ID), Lists.ID.eq(Tasks.LIST_ID))),
                inline(""));
    }
}
