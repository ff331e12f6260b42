package dev.almanac.topology.recurrence;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The local times that a rule gives, without regard to its start, COUNT and UNTIL: what its expansion gives and all gates
 * let pass.
 */
final class Candidates {
    /** The last year that a date can have. */
    private static final int LAST_YEAR = 9999;

    private final Expansion expansion;
    private final List<Gate> gates;
    private final WeekNumbers weeks;

    private Candidates(Expansion expansion, List<Gate> gates, WeekNumbers weeks) {
        this.expansion = expansion;
        this.gates = gates;
        this.weeks = weeks;
    }

    static Candidates of(Rule rule, LocalDateTime start) {
        boolean inMonth = rule.frequency() == Frequency.MONTHLY || rule.has(Part.BYMONTH);
        Rule explicit = rule.explicit(start);
        Map<Part, List<String>> own = new EnumMap<>(Part.class);
        explicit.picks().forEach((part, values) -> {
            if (!Gate.isGated(part, explicit, inMonth)) {
                own.put(part, values);
            }
        });
        if (own.keySet().equals(Set.of(Part.BYSETPOS))) {
            // Without another part lib-recur would drop it.
            own.put(Part.BYMONTH, Rule.MONTHS);
        }
        Rule expanded = explicit.withPicks(own);
        if (WeekNumbers.areUncertain(rule)) {
            own.remove(Part.BYWEEKNO);
            expanded = explicit.withPicks(own).everyYear();
        }
        return new Candidates(
                new Expansion(expanded, start), Gate.of(explicit, inMonth), WeekNumbers.of(rule, start.getYear()));
    }

    /** All after a time, in ascending order. */
    Walk after(LocalDateTime time, Steps steps) {
        return new Walk(time, steps);
    }

    final class Walk {
        private final Steps steps;
        private LocalDateTime last;
        private Optional<Expansion.Dates> dates = Optional.empty();
        private boolean exhausted;
        private boolean ended;

        private Walk(LocalDateTime after, Steps steps) {
            this.last = after;
            this.steps = steps;
        }

        /** Empty where there is none, or none that was found in as many steps as may be taken. */
        Optional<LocalDateTime> next() {
            while (!exhausted) {
                Optional<LocalDateTime> candidate = steps.take(Steps.ONE) ? candidate() : Optional.empty();
                if (candidate.isEmpty()) {
                    exhausted = true;
                } else if (candidate.get().getYear() > LAST_YEAR) {
                    ended = true;
                    exhausted = true;
                } else if (candidate.get().isAfter(last) && passes(candidate.get())) {
                    last = candidate.get();
                    return candidate;
                }
            }
            return Optional.empty();
        }

        /** Whether the calendar's end was reached, where nothing came. */
        boolean hasEnded() {
            return ended;
        }

        private Optional<LocalDateTime> candidate() {
            if (dates.isEmpty()) {
                if (!steps.take(Steps.BEGINNING)) {
                    return Optional.empty();
                }
                dates = Optional.of(expansion.from(last));
            }
            return dates.get().next();
        }

        /** Whether all gates let it pass; if not, the walk goes on from where the one that doesn't is open again. */
        private boolean passes(LocalDateTime candidate) {
            if (!weeks.include(candidate.toLocalDate())) {
                return false;
            }
            for (Gate gate : gates) {
                Optional<Gate.Window> window = gate.openFrom(candidate, steps);
                if (window.isEmpty()) {
                    exhausted = true;
                    return false;
                }
                if (!window.get().contains(candidate)) {
                    last = window.get().from().minusSeconds(1);
                    dates = Optional.empty();
                    return false;
                }
            }
            return true;
        }
    }
}
