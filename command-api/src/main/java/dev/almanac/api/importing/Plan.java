package dev.almanac.api.importing;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a file holds, all of which was found sound.
 *
 * @param lists how many
 * @param tasks how many
 * @param comments how many
 * @param levels how deep its trees of tasks are; 1 where no task has subtasks
 * @param depths of subtasks, 1 for those right below a task that is none
 * @param rules by which its tasks repeat, each with a date that it is reckoned from
 */
record Plan(int lists, int tasks, int comments, int levels, Map<UUID, Integer> depths, Set<RuleInUse> rules) {
    /** All that it holds. */
    int things() {
        return lists + tasks + comments;
    }

    /** @param start a local date, or a local date and time */
    record RuleInUse(String rule, boolean wholeDays, String start, String pointer) {
        @Override
        public boolean equals(Object other) {
            return other instanceof RuleInUse use && rule.equals(use.rule) && wholeDays == use.wholeDays;
        }

        @Override
        public int hashCode() {
            return rule.hashCode();
        }
    }
}
