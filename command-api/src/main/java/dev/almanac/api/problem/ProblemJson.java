package dev.almanac.api.problem;

import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.EntityState;
import java.io.ByteArrayOutputStream;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Renders a {@link Problem} as a JSON object. */
public final class ProblemJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ProblemJson() {}

    /** The problem as a JSON document in UTF-8. */
    public static byte[] toBytes(Problem problem) {
        var bytes = new ByteArrayOutputStream(256);
        try (var generator = JSON.createGenerator(bytes)) {
            write(problem, generator);
        }
        return bytes.toByteArray();
    }

    /** Writes the problem where the generator stands. */
    public static void write(Problem problem, JsonGenerator generator) {
        generator.writeStartObject();
        generator.writeStringProperty("type", problem.type().uri().toString());
        generator.writeStringProperty("title", problem.type().title());
        generator.writeNumberProperty("status", problem.type().status().value());
        generator.writeStringProperty("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            generator.writeArrayPropertyStart("errors");
            for (var error : problem.errors()) {
                generator.writeStartObject();
                generator.writeStringProperty("pointer", error.pointer());
                generator.writeStringProperty("detail", error.detail());
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
        problem.current().ifPresent(current -> writeCurrent(current, generator));
        generator.writeEndObject();
    }

    private static void writeCurrent(EntityState current, JsonGenerator generator) {
        current.getWorkspace().ifPresent(workspace -> writeMember("workspace", workspace, generator));
        current.getMember().ifPresent(member -> writeMember("member", member, generator));
        current.getList().ifPresent(list -> writeMember("list", list, generator));
        current.getTask().ifPresent(task -> writeMember("task", task, generator));
        current.getComment().ifPresent(comment -> writeMember("comment", comment, generator));
    }

    private static void writeMember(String name, SpecificRecord thing, JsonGenerator generator) {
        generator.writeName(name);
        AvroJson.write(thing, generator);
    }
}
