package dev.almanac.api.accept;

import dev.almanac.schemas.command.SnoozeReminder;
import java.time.Instant;
import java.util.UUID;

/** The bodies of requests about reminders. All throw a problem of type {@code validation} where a value is not as agreed. */
public final class ReminderRequests {
    private ReminderRequests() {}

    /** @param now from when {@code for} counts */
    public static SnoozeReminder snooze(UUID taskId, UUID reminderId, JsonBody body, Instant now) {
        return Bodies.read(body, (fields, place) -> {
            var until = fields.optional("until", Shapes.INSTANT);
            var span = fields.optional("for", Shapes.SPAN);
            fields.refuseOthers();
            if (fields.has("until") == fields.has("for")) {
                return place.refuse("expected either until or for");
            }
            return until.or(() -> span.map(now::plus)).map(time -> new SnoozeReminder(taskId, reminderId, time));
        });
    }
}
