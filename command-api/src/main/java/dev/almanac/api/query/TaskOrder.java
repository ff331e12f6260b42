package dev.almanac.api.query;

import static org.jooq.impl.DSL.collation;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Tables.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The orders of tasks: {@code -priority,due} is the most urgent first, and of equal ones the one that is due first. */
final class TaskOrder {
    /** Letters by their base letter first, wherever the database was made. */
    static final String ALPHABETICAL = "und-x-icu";

    /** By name, what makes the key for a direction. */
    private static final Map<String, Function<Boolean, Key<?>>> KEYS = keys();

    private TaskOrder() {}

    private static Map<String, Function<Boolean, Key<?>>> keys() {
        var keys = new LinkedHashMap<String, Function<Boolean, Key<?>>>();
        keys.put("position", descending -> Key.text(Tasks.POSITION, descending));
        keys.put("priority", descending -> Key.rank(Tasks.PRIORITY, descending));
        keys.put("due", descending -> Key.timeIfAny(Tasks.DUE_AT, descending));
        keys.put("created", descending -> Key.time(Tasks.CREATED_AT, descending));
        keys.put("updated", descending -> Key.time(Tasks.UPDATED_AT, descending));
        keys.put("title", descending -> Key.text(Tasks.TITLE.collate(collation(ALPHABETICAL)), descending));
        keys.put("completed", descending -> Key.timeIfAny(Tasks.COMPLETED_AT, descending));
        return keys;
    }

    /**
     * Reads a value of {@code sort}.
     *
     * @return the keys, with the id as the last, in the direction of the one before it, so that one index serves both
     * @throws dev.almanac.api.problem.ProblemException where it is none
     */
    static List<Key<?>> parse(String sort) {
        var names = Arrays.asList(sort.split(",", -1));
        var seen = new HashSet<String>();
        var keys = new ArrayList<Key<?>>();
        var descending = false;
        for (var name : names) {
            descending = name.startsWith("-");
            var bare = descending ? name.substring(1) : name;
            var key = KEYS.get(bare);
            if (key == null || !seen.add(bare)) {
                throw Parameters.refused(
                        "sort: expected each at most once of %s, with a '-' before for descending, separated by commas"
                                .formatted(String.join(", ", KEYS.keySet())));
            }
            keys.add(key.apply(descending));
        }
        keys.add(Key.id(Tasks.ID, descending));
        return List.copyOf(keys);
    }
}
