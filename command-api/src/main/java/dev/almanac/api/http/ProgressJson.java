package dev.almanac.api.http;

import dev.almanac.api.importing.Progress;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** How far an import is, as a line of JSON. */
final class ProgressJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ProgressJson() {}

    static byte[] line(Progress progress) {
        var bytes = new ByteArrayOutputStream(128);
        try (var generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            switch (progress) {
                case Progress.Checked(var format, var lists, var tasks, var comments) -> {
                    generator.writeStringProperty("state", "checked");
                    generator.writeStringProperty("format", format);
                    generator.writeNumberProperty("lists", lists);
                    generator.writeNumberProperty("tasks", tasks);
                    generator.writeNumberProperty("comments", comments);
                }
                case Progress.Applying(var done, var of) -> {
                    generator.writeStringProperty("state", "applying");
                    writeShare(done, of, generator);
                }
                case Progress.Done(var made, var there, var seq) -> {
                    generator.writeStringProperty("state", "done");
                    generator.writeNumberProperty("made", made);
                    generator.writeNumberProperty("there", there);
                    generator.writeNumberProperty("syncToken", seq);
                }
                case Progress.Stopped stopped -> {
                    generator.writeStringProperty("state", "stopped");
                    writeShare(stopped.done(), stopped.of(), generator);
                    generator.writeStringProperty("detail", stopped.detail());
                    generator.writeArrayPropertyStart("errors");
                    stopped.errors().forEach(error -> {
                        generator.writeStartObject();
                        generator.writeStringProperty("pointer", error.pointer());
                        generator.writeStringProperty("detail", error.detail());
                        generator.writeEndObject();
                    });
                    generator.writeEndArray();
                }
            }
            generator.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void writeShare(int done, int of, JsonGenerator generator) {
        generator.writeNumberProperty("done", done);
        generator.writeNumberProperty("of", of);
    }
}
