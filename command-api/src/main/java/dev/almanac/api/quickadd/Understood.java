package dev.almanac.api.quickadd;

import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.TaskDate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the line asks for.
 *
 * @param title all that was not understood; the whole line where that is nothing
 * @param spans what was understood, in the order of the line; none overlap
 */
public record Understood(
        String title,
        Optional<TaskDate> due,
        Optional<RecurrenceRequest> recurrence,
        Optional<Priority> priority,
        List<String> tags,
        Optional<UUID> listId,
        List<Reminding> reminders,
        List<Span> spans) {
    public Understood {
        tags = List.copyOf(tags);
        reminders = List.copyOf(reminders);
        spans = List.copyOf(spans);
    }

    /** A reminder that the line asks for. */
    public sealed interface Reminding {
        /** At a moment of its own. */
        record At(Instant moment) implements Reminding {}

        /** @param offset from when the task is due, ISO-8601 */
        record FromDue(String offset) implements Reminding {}
    }
}
