package dev.almanac.topology.state;

import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderStatus;
import dev.almanac.schemas.model.Task;
import java.util.UUID;

/** Reminders, told apart from the tasks that they are in. */
public final class ReminderStatuses {
    private ReminderStatuses() {}

    /** @param seq of the event that tells it */
    public static ReminderStatus of(Task task, Reminder reminder, long seq) {
        return new ReminderStatus(
                task.getWorkspaceId(),
                task.getId(),
                reminder.getId(),
                reminder.getState(),
                reminder.getScheduledAt().orElse(null),
                reminder.getFiredAt().orElse(null),
                reminder.getLate(),
                recipient(task),
                task.getVersion(),
                seq);
    }

    /** Whom a task's reminders are for. */
    public static UUID recipient(Task task) {
        return task.getAssignee().orElse(task.getCreatedBy());
    }
}
