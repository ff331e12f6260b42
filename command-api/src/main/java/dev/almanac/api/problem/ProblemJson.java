package dev.almanac.api.problem;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import dev.almanac.api.thing.Thing;
import java.io.ByteArrayOutputStream;
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
        writeMembers(problem, generator);
        generator.writeEndObject();
    }

    /** Writes what is inside of the object, for who has more to tell in it. */
    public static void writeMembers(Problem problem, JsonGenerator generator) {
        generator.writeStringProperty("type", problem.type().uri().toString());
        generator.writeStringProperty("title", problem.type().title());
        generator.writeNumberProperty("status", problem.type().status().value());
        generator.writeStringProperty("detail", wellFormed(problem.detail()));
        if (!problem.errors().isEmpty()) {
            generator.writeArrayPropertyStart("errors");
            for (var error : problem.errors()) {
                write(error, generator);
            }
            generator.writeEndArray();
        }
        if (!problem.fields().isEmpty()) {
            generator.writeArrayPropertyStart("fields");
            problem.fields().forEach(generator::writeString);
            generator.writeEndArray();
        }
        problem.current().flatMap(Thing::of).ifPresent(thing -> thing.write(generator));
    }

    private static void write(Violation error, JsonGenerator generator) {
        generator.writeStartObject();
        error.parameter()
                .ifPresentOrElse(
                        name -> generator.writeStringProperty("parameter", name),
                        () -> generator.writeStringProperty("pointer", wellFormed(error.pointer())));
        generator.writeStringProperty("detail", wellFormed(error.detail()));
        error.position().ifPresent(position -> generator.writeNumberProperty("position", position));
        if (!error.expected().isEmpty()) {
            generator.writeArrayPropertyStart("expected");
            error.expected().forEach(generator::writeString);
            generator.writeEndArray();
        }
        generator.writeEndObject();
    }

    /** A problem may quote a name that the request wrote as half of a surrogate pair, which no UTF-8 can carry. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(UTF_16BE), UTF_16BE);
    }
}
