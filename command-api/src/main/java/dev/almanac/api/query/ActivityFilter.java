package dev.almanac.api.query;

import static org.jooq.impl.DSL.noCondition;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Tables.AuditEntries;
import dev.almanac.schemas.id.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;

/**
 * Which entries of the activity are asked for.
 *
 * @param actor whose; empty for everyone's
 * @param actions by name; empty for all
 * @param outcome {@code accepted} or {@code rejected}; empty for both
 */
record ActivityFilter(Optional<UUID> actor, List<String> actions, Optional<String> outcome) {
    static final Set<String> PARAMETERS = Set.of("actor", "action", "outcome", "limit", "cursor");

    private static final Set<String> OUTCOMES = Set.of("accepted", "rejected");
    private static final Pattern ACTION = Pattern.compile("[a-z]+(_[a-z]+){0,5}");
    private static final int MOST_ACTIONS = 20;
    private static final Set<String> PRIVATE = Set.of("create_filter", "edit_filter", "delete_filter");

    /** @param caller who is meant by {@code actor=me} */
    static ActivityFilter of(Parameters parameters, UUID caller) {
        return new ActivityFilter(actor(parameters, caller), actions(parameters), outcome(parameters));
    }

    /** Also Almanac itself, whose id is no user's. */
    private static Optional<UUID> actor(Parameters parameters, UUID caller) {
        var text = parameters.text("actor");
        if (text.equals(Optional.of("me"))) {
            return Optional.of(caller);
        }
        return text.equals(Optional.of(Ids.SYSTEM.toString())) ? Optional.of(Ids.SYSTEM) : parameters.id("actor");
    }

    static List<String> actions(Parameters parameters) {
        var actions = parameters.text("action").stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .toList();
        if (actions.size() > MOST_ACTIONS
                || !actions.stream().allMatch(name -> ACTION.matcher(name).matches())) {
            throw Parameters.refused("action: expected at most " + MOST_ACTIONS
                    + " names of actions, such as complete_task, separated by commas");
        }
        return actions;
    }

    private static Optional<String> outcome(Parameters parameters) {
        return parameters.text("outcome").map(value -> {
            if (!OUTCOMES.contains(value)) {
                throw Parameters.refused("outcome: expected accepted or rejected");
            }
            return value;
        });
    }

    /** What somebody does with filters of their own is nobody else's to see. */
    static Condition visibleTo(UUID userId) {
        return AuditEntries.ACTION.notIn(PRIVATE).or(AuditEntries.USER_ID.eq(userId));
    }

    Condition condition() {
        return actor.map(AuditEntries.USER_ID::eq)
                .orElse(noCondition())
                .and(actions.isEmpty() ? noCondition() : AuditEntries.ACTION.in(actions))
                .and(outcome.map(AuditEntries.OUTCOME::eq).orElse(noCondition()));
    }
}
