package dev.almanac.topology.query;

import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.store.StoredWorkspace;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The questions that can be asked about a workspace's tasks. Only members get an answer. */
final class TaskQueries {
    private static final JsonMapper JSON = JsonMapper.shared();

    private TaskQueries() {}

    /** One task that is not in the trash. */
    static Answer task(StoredWorkspace workspace, UUID user, UUID id) {
        // Read before the task, so that it never claims more than the task has seen.
        long seq = workspace.seq();
        if (workspace.member(user).isEmpty()) {
            return new Answer.Missing(seq);
        }
        return workspace
                .task(id)
                .filter(task -> task.getDeletedAt().isEmpty())
                .<Answer>map(task -> new Answer.Found(seq, OptionalLong.of(task.getVersion()), AvroJson.toBytes(task)))
                .orElseGet(() -> new Answer.Missing(seq));
    }

    /**
     * Tasks in the order of their ids, those in the trash left out. A page may thus hold fewer than {@code limit} and
     * still have a next.
     *
     * @param after the last id of the page before; null for the first page
     */
    static Answer tasks(StoredWorkspace workspace, UUID user, @Nullable UUID after, int limit) {
        long seq = workspace.seq();
        if (workspace.member(user).isEmpty()) {
            return new Answer.Missing(seq);
        }
        List<Task> page = workspace.tasks(after, limit);
        return new Answer.Found(seq, OptionalLong.empty(), page(page, limit));
    }

    private static byte[] page(List<Task> tasks, int limit) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (Task task : tasks) {
                if (task.getDeletedAt().isEmpty()) {
                    AvroJson.write(task, json);
                }
            }
            json.writeEndArray();
            if (tasks.size() == limit) {
                json.writeStringProperty("next", tasks.getLast().getId().toString());
            } else {
                json.writeNullProperty("next");
            }
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        }
    }
}
