package dev.almanac.topology.query;

import dev.almanac.schemas.json.AvroJson;
import dev.almanac.topology.store.PendingReminder;
import dev.almanac.topology.store.ReminderPlace;
import dev.almanac.topology.store.StoredWorkspace;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The questions that can be asked about a workspace's reminders. Only members get an answer. */
final class ReminderQueries {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReminderQueries() {}

    /**
     * Those that are set, the earliest first.
     *
     * @param after the place that the page before ended with; null for the first page
     */
    static Answer pending(StoredWorkspace workspace, UUID user, @Nullable ReminderPlace after, int limit) {
        long seq = workspace.seq();
        return workspace.member(user).isEmpty()
                ? new Answer.Missing(seq)
                : new Answer.Found(
                        seq, OptionalLong.empty(), page(workspace.pendingReminders(after, limit + 1), limit));
    }

    /** @param found one more than the page has, where there are more */
    private static byte[] page(List<PendingReminder> found, int limit) {
        List<PendingReminder> page = found.subList(0, Math.min(limit, found.size()));
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (PendingReminder reminder : page) {
                AvroJson.write(reminder.status(), json);
            }
            json.writeEndArray();
            if (found.size() > limit) {
                json.writeStringProperty("next", page.getLast().place().text());
            } else {
                json.writeNullProperty("next");
            }
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        }
    }
}
