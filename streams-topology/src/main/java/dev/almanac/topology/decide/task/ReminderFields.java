package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.model.RelativeTo;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.bounds.Offset;
import dev.almanac.topology.decide.reminder.Arming;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an operation says of a task's reminders. */
final class ReminderFields {
    private static final String FIELD = "/reminders";
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private ReminderFields() {}

    /** @return what is wrong; empty where nothing is */
    static Optional<Rejection> fault(List<ReminderRequest> asked) {
        if (asked.size() > Limits.REMINDERS) {
            return Optional.of(Rejections.invalid(FIELD, "Must be at most " + Limits.REMINDERS + " reminders."));
        }
        Set<UUID> seen = HashSet.newHashSet(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            String pointer = FIELD + "/" + i;
            Optional<Rejection> fault = fault(asked.get(i), pointer);
            if (fault.isPresent()) {
                return fault;
            }
            if (!seen.add(asked.get(i).getId())) {
                return Optional.of(Rejections.invalid(pointer + "/id", "Must not be the id of another reminder."));
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> fault(ReminderRequest asked, String pointer) {
        if (asked.getAt().isPresent() == asked.getOffset().isPresent()) {
            return Optional.of(Rejections.invalid(pointer, "Must have either at or offset."));
        }
        if (asked.getAt().isPresent()) {
            Instant at = asked.getAt().get();
            if (at.isBefore(FIRST) || at.isAfter(LAST)) {
                return Optional.of(Rejections.invalid(pointer + "/at", "Must be in the years 1 to 9999."));
            }
            return asked.getRelativeTo()
                    .map(any -> Rejections.invalid(pointer + "/relativeTo", "Must come with an offset."));
        }
        return Offset.fault(asked.getOffset().orElseThrow(), pointer + "/offset");
    }

    /** What was asked for, where it is there already as it is now. */
    static List<Reminder> apply(List<ReminderRequest> asked, List<Reminder> before) {
        return asked.stream().map(one -> apply(one, before)).toList();
    }

    private static Reminder apply(ReminderRequest asked, List<Reminder> before) {
        Reminder wanted = new Reminder(
                asked.getId(),
                asked.getAt().orElse(null),
                asked.getOffset().orElse(null),
                asked.getOffset().isPresent() ? asked.getRelativeTo().orElse(RelativeTo.DUE) : null,
                ReminderState.PENDING,
                null,
                null,
                null,
                false);
        return before.stream()
                .filter(there -> Arming.isSame(wanted, there))
                .findFirst()
                .orElse(wanted);
    }
}
