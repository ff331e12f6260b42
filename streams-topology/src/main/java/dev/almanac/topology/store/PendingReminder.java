package dev.almanac.topology.store;

import dev.almanac.schemas.model.ReminderStatus;

/** A reminder that is set. */
public record PendingReminder(ReminderPlace place, ReminderStatus status) {}
