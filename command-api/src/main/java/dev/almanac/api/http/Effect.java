package dev.almanac.api.http;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemJson;
import dev.almanac.api.thing.Thing;
import dev.almanac.schemas.result.Outcome;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;

/** What became of one operation, in terms of HTTP. */
sealed interface Effect {
    /**
     * It is as was asked for.
     *
     * @param thing as it is now; empty where it is gone
     */
    record Done(HttpStatus status, Optional<Thing> thing) implements Effect {}

    /** It was refused. */
    record Refused(Problem problem) implements Effect {}

    /**
     * @param creates whether the operation makes a thing
     * @param bodyPointer to the operation's body within the request's
     */
    static Effect of(Outcome outcome, boolean creates, String bodyPointer) {
        return switch (outcome.getStatus()) {
            case ACCEPTED -> done(creates ? HttpStatus.CREATED : HttpStatus.OK, outcome);
            case UNCHANGED -> done(HttpStatus.OK, outcome);
            case REJECTED, UNKNOWN -> new Refused(Rejections.problem(outcome.getRejection(), bodyPointer));
            case NOT_ATTEMPTED -> new Refused(Rejections.notAttempted());
        };
    }

    private static Effect done(HttpStatus status, Outcome outcome) {
        var thing = outcome.getState().flatMap(Thing::of);
        return new Done(thing.isPresent() ? status : HttpStatus.NO_CONTENT, thing);
    }

    /** Writes it as one of several results. */
    default void write(JsonGenerator generator) {
        generator.writeStartObject();
        writeMembers(generator);
        generator.writeEndObject();
    }

    /** Writes it into the result that has begun. */
    default void writeMembers(JsonGenerator generator) {
        switch (this) {
            case Done(var status, var thing) -> {
                generator.writeNumberProperty("status", status.value());
                thing.ifPresent(it -> it.write(generator));
            }
            case Refused(var problem) -> {
                generator.writeNumberProperty("status", problem.type().status().value());
                generator.writeName("problem");
                ProblemJson.write(problem, generator);
            }
        }
    }
}
