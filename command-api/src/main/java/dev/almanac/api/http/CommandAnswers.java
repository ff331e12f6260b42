package dev.almanac.api.http;

import dev.almanac.api.accept.BatchRequest;
import dev.almanac.api.dispatch.Dispatched;
import dev.almanac.api.http.Effect.Done;
import dev.almanac.api.http.Effect.Refused;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemJson;
import dev.almanac.api.sync.SyncToken;
import dev.almanac.api.thing.Thing;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.RejectionCode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** From what became of a command to the response that tells it. */
final class CommandAnswers {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String REPLAYED = "Idempotency-Replayed";
    /** By which what was done can be taken back. */
    private static final String COMMAND_ID = "Command-Id";

    private CommandAnswers() {}

    /** The answer to a request for one thing that was not to be made by it. */
    static ResponseEntity<byte[]> changed(Dispatched dispatched) {
        return single(dispatched, false, "", CommandAnswers::itself);
    }

    /** The answer to a request to make one thing. */
    static ResponseEntity<byte[]> created(Dispatched dispatched) {
        return single(dispatched, true, "", CommandAnswers::itself);
    }

    /**
     * The same as {@link #created}, showing what was made in another way than as it is.
     *
     * @param bodyPointer to what was to be made within the request's body
     */
    static ResponseEntity<byte[]> created(Dispatched dispatched, String bodyPointer, Function<Thing, byte[]> shown) {
        return single(dispatched, true, bodyPointer, shown);
    }

    /** The same as {@link #changed}, showing what was changed in another way than as it is. */
    static ResponseEntity<byte[]> changed(Dispatched dispatched, Function<Thing, byte[]> shown) {
        return single(dispatched, false, "", shown);
    }

    /** The answer to a request for several things; as a whole it fails where nothing of it was done. */
    static ResponseEntity<byte[]> batch(Dispatched dispatched, BatchRequest request) {
        return switch (dispatched) {
            case Dispatched.Pending(var commandId) -> pending(commandId);
            case Dispatched.Answered(var result) -> batch(result, request);
        };
    }

    /** The answer to a request to take things back, in the order in which that was done; it fails where one can't be. */
    static ResponseEntity<byte[]> undone(Dispatched dispatched) {
        return switch (dispatched) {
            case Dispatched.Pending(var commandId) -> pending(commandId);
            case Dispatched.Answered(var result) ->
                several(
                        result,
                        result.getOutcomes().stream()
                                .map(outcome -> Effect.of(outcome, false, ""))
                                .toList(),
                        true,
                        (index, generator) -> {});
        };
    }

    /** Tells where a command's answer can be asked for. */
    static ResponseEntity<byte[]> pending(UUID commandId) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/commands/" + commandId))
                .contentType(MediaType.APPLICATION_JSON)
                .body(stillPending(commandId));
    }

    /** A command of which no answer is known yet, as JSON. */
    static byte[] stillPending(UUID commandId) {
        return object(generator -> {
            generator.writeStringProperty("id", commandId.toString());
            generator.writeStringProperty("state", "pending");
        });
    }

    /** A command that was answered, to who asked for it later. */
    static ResponseEntity<byte[]> found(CommandResult result) {
        List<Effect> effects = new ArrayList<>();
        for (var outcome : result.getOutcomes()) {
            effects.add(Effect.of(outcome, isFirstVersion(outcome), ""));
        }
        return ok(headers(HttpStatus.OK, result), generator -> {
            generator.writeStringProperty("id", result.getCommandId().toString());
            generator.writeStringProperty("state", "answered");
            writeResults(effects, generator);
        });
    }

    private static ResponseEntity<byte[]> single(
            Dispatched dispatched, boolean creates, String bodyPointer, Function<Thing, byte[]> shown) {
        return switch (dispatched) {
            case Dispatched.Pending(var commandId) -> pending(commandId);
            case Dispatched.Answered(var result) ->
                switch (Effect.of(result.getOutcomes().getFirst(), creates, bodyPointer)) {
                    case Done done -> done(done, result, shown);
                    case Refused(var problem) -> refused(problem, result, _ -> {});
                };
        };
    }

    private static ResponseEntity<byte[]> done(Done done, CommandResult result, Function<Thing, byte[]> shown) {
        var response = headers(done.status(), result);
        if (done.thing().isEmpty()) {
            return response.build();
        }
        var thing = done.thing().get();
        if (done.status() == HttpStatus.CREATED) {
            response.location(thing.location());
        }
        return response.eTag(thing.entityTag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(shown.apply(thing));
    }

    private static byte[] itself(Thing thing) {
        return AvroJson.toBytes(thing.state());
    }

    private static ResponseEntity<byte[]> batch(CommandResult result, BatchRequest request) {
        List<Effect> effects = new ArrayList<>();
        for (var index = 0; index < result.getOutcomes().size(); index++) {
            var kind = request.operations().get(index).kind();
            effects.add(Effect.of(
                    result.getOutcomes().get(index), kind.creates(), "/operations/" + index + kind.bodyPointer()));
        }
        return several(
                result,
                effects,
                request.atomic(),
                (index, generator) -> generator.writeNumberProperty("operation", index));
    }

    /**
     * Tells what became of each of several, as a refusal where one stands for them all.
     *
     * @param place tells which one that is
     */
    private static ResponseEntity<byte[]> several(
            CommandResult result, List<Effect> effects, boolean atomic, BiConsumer<Integer, JsonGenerator> place) {
        return firstOfAll(result, atomic)
                .map(index -> refused(((Refused) effects.get(index)).problem(), result, generator -> {
                    place.accept(index, generator);
                    writeResults(effects, generator);
                }))
                .orElseGet(() -> ok(headers(HttpStatus.OK, result), generator -> writeResults(effects, generator)));
    }

    private static Optional<Integer> firstOfAll(CommandResult result, boolean atomic) {
        return IntStream.range(0, result.getOutcomes().size())
                .filter(index -> isOfAll(result.getOutcomes().get(index), atomic))
                .boxed()
                .findFirst();
    }

    /** Whether a refusal of one operation means that nothing at all was done. */
    private static boolean isOfAll(Outcome outcome, boolean atomic) {
        return outcome.getRejection()
                .map(rejection -> atomic
                        || rejection.getCode() == RejectionCode.WORKSPACE_NOT_FOUND
                        || rejection.getCode() == RejectionCode.IDEMPOTENCY_MISMATCH)
                .orElse(false);
    }

    private static boolean isFirstVersion(Outcome outcome) {
        return outcome.getState()
                .flatMap(Thing::of)
                .map(thing -> thing.version() == 1)
                .orElse(false);
    }

    private static ResponseEntity<byte[]> refused(Problem problem, CommandResult result, Consumer<JsonGenerator> more) {
        return headers(problem.type().status(), result)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(object(generator -> {
                    ProblemJson.writeMembers(problem, generator);
                    more.accept(generator);
                }));
    }

    private static BodyBuilder headers(HttpStatus status, CommandResult result) {
        var response = ResponseEntity.status(status)
                .header(SyncToken.HEADER, Long.toString(result.getSeq()))
                .header(COMMAND_ID, result.getCommandId().toString());
        return result.getReplayed() ? response.header(REPLAYED, "true") : response;
    }

    private static ResponseEntity<byte[]> ok(BodyBuilder response, Consumer<JsonGenerator> members) {
        return response.contentType(MediaType.APPLICATION_JSON).body(object(members));
    }

    private static void writeResults(List<Effect> effects, JsonGenerator generator) {
        generator.writeArrayPropertyStart("results");
        effects.forEach(effect -> effect.write(generator));
        generator.writeEndArray();
    }

    private static byte[] object(Consumer<JsonGenerator> members) {
        var bytes = new ByteArrayOutputStream(256);
        try (var generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            members.accept(generator);
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
