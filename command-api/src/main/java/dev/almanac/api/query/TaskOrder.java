package dev.almanac.api.query;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Tables.Lists;
import dev.almanac.api.read.Tables.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;

/** The orders of tasks: {@code -priority,due} is the most urgent first, and of equal ones the one that is due first. */
final class TaskOrder {
    /** Letters by their base letter first, wherever the database was made. */
    static final String ALPHABETICAL = "und-x-icu";

    /** By name, what makes the key for a direction. */
    private static final Map<String, Function<Boolean, Key<?>>> KEYS = keys();

    private TaskOrder() {}

    private static final String RELEVANCE = "relevance";

    private static Map<String, Function<Boolean, Key<?>>> keys() {
        var keys = new LinkedHashMap<String, Function<Boolean, Key<?>>>();
        keys.put("position", descending -> Key.text(Tasks.POSITION, descending));
        keys.put("priority", descending -> Key.rank(Tasks.PRIORITY, descending));
        keys.put("due", descending -> Key.timeIfAny(Tasks.DUE_AT, descending));
        keys.put("created", descending -> Key.time(Tasks.CREATED_AT, descending));
        keys.put("updated", descending -> Key.time(Tasks.UPDATED_AT, descending));
        keys.put("title", descending -> Key.text(Tasks.TITLE.collate(collation(ALPHABETICAL)), descending));
        keys.put("start", descending -> Key.timeIfAny(Tasks.START_AT, descending));
        keys.put("status", descending -> Key.text(Tasks.STATUS, descending));
        keys.put("list", descending -> Key.text(listPosition(), descending));
        keys.put("assignee", descending -> Key.idIfAny(Tasks.ASSIGNEE, descending));
        keys.put("completed", descending -> Key.timeIfAny(Tasks.COMPLETED_AT, descending));
        return keys;
    }

    /**
     * Reads a value of {@code sort}.
     *
     * @param relevance what {@code relevance} means, where something is sought
     * @return the keys, with the id as the last, in the direction of the one before it, so that one index serves both
     * @throws dev.almanac.api.problem.ProblemException where it is none
     */
    static List<Key<?>> parse(String sort, Optional<Field<Integer>> relevance) {
        var names = Arrays.asList(sort.split(",", -1));
        var seen = new HashSet<String>();
        var keys = new ArrayList<Key<?>>();
        var descending = false;
        for (var name : names) {
            descending = name.startsWith("-");
            var bare = descending ? name.substring(1) : name;
            var key = key(bare, relevance);
            if (key.isEmpty() || !seen.add(bare)) {
                throw Parameters.refused(
                        "sort: expected each at most once of %s, with a '-' before for descending, separated by commas"
                                .formatted(names(relevance)));
            }
            keys.add(key.get().apply(descending));
        }
        keys.add(Key.id(Tasks.ID, descending));
        return List.copyOf(keys);
    }

    /** Whether what was found has to be ranked for a value of {@code sort}. */
    static boolean isByRelevance(String sort) {
        return Stream.of(sort.split(",", -1)).anyMatch(key -> key.equals(RELEVANCE) || key.equals('-' + RELEVANCE));
    }

    private static Optional<Function<Boolean, Key<?>>> key(String name, Optional<Field<Integer>> relevance) {
        return name.equals(RELEVANCE)
                ? relevance.map(column -> descending -> Key.index(column, descending))
                : Optional.ofNullable(KEYS.get(name));
    }

    private static String names(Optional<Field<Integer>> relevance) {
        return String.join(", ", KEYS.keySet())
                + relevance.map(_ -> ", " + RELEVANCE).orElse("");
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
