package dev.almanac.api.http;

import dev.almanac.api.quickadd.Span;
import dev.almanac.api.thing.Thing;
import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.json.AvroJson;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * A line of text and what was understood of it.
 *
 * @param task that it asks for
 * @param spans of the text
 */
record QuickAdd(String text, CreateTask task, List<Span> spans) {
    private static final JsonFactory JSON = new JsonFactory();

    /** What a request to make the task would hold. */
    byte[] preview() {
        return answer(generator -> {
            var fields = task.getFields();
            generator.writeName("task");
            generator.writeStartObject();
            generator.writeStringProperty("title", fields.getTitle().orElseThrow());
            task.getListId().ifPresent(id -> generator.writeStringProperty("listId", id.toString()));
            fields.getNotes().ifPresent(notes -> generator.writeStringProperty("notes", notes));
            fields.getPriority()
                    .ifPresent(it ->
                            generator.writeStringProperty("priority", it.name().toLowerCase(Locale.ROOT)));
            fields.getTags().ifPresent(tags -> {
                generator.writeArrayPropertyStart("tags");
                tags.forEach(generator::writeString);
                generator.writeEndArray();
            });
            fields.getStart().ifPresent(start -> write("start", start, generator));
            fields.getDue().ifPresent(due -> write("due", due, generator));
            fields.getEstimate().ifPresent(estimate -> generator.writeStringProperty("estimate", estimate));
            fields.getAssignee().ifPresent(id -> generator.writeStringProperty("assignee", id.toString()));
            fields.getParentId().ifPresent(id -> generator.writeStringProperty("parentId", id.toString()));
            fields.getRecurrence().ifPresent(recurrence -> write("recurrence", recurrence, generator));
            fields.getReminders().ifPresent(reminders -> {
                generator.writeArrayPropertyStart("reminders");
                reminders.forEach(reminder -> AvroJson.write(reminder, generator));
                generator.writeEndArray();
            });
            generator.writeEndObject();
        });
    }

    /** The task as it was made. */
    byte[] made(Thing thing) {
        return answer(thing::write);
    }

    private byte[] answer(Consumer<JsonGenerator> task) {
        var bytes = new ByteArrayOutputStream(256);
        try (var generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            task.accept(generator);
            generator.writeArrayPropertyStart("interpretation");
            spans.forEach(span -> write(span, generator));
            generator.writeEndArray();
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void write(Span span, JsonGenerator generator) {
        generator.writeStartObject();
        generator.writeStringProperty("part", span.part().name().toLowerCase(Locale.ROOT));
        generator.writeStringProperty("text", text.substring(span.start(), span.end()));
        generator.writeNumberProperty("start", span.start());
        generator.writeNumberProperty("end", span.end());
        generator.writeEndObject();
    }

    private static void write(String name, SpecificRecord value, JsonGenerator generator) {
        generator.writeName(name);
        AvroJson.write(value, generator);
    }
}
