package dev.almanac.api.http;

import dev.almanac.api.dispatch.Dispatched;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.read.Seen;
import dev.almanac.api.sync.SyncToken;
import dev.almanac.schemas.result.Outcome;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** From what became of the portions of an edit by a filter to the response that tells it, task by task. */
final class FilteredEditAnswers {
    private static final JsonFactory JSON = new JsonFactory();

    private FilteredEditAnswers() {}

    /** @param most of the tasks that are told; one more says that there are more */
    static ResponseEntity<byte[]> wouldChange(Seen<List<UUID>> seen, int most) {
        var ids = seen.value();
        return answer(seen.seq(), generator -> {
            generator.writeBooleanProperty("dryRun", true);
            generator.writeNumberProperty("matched", Math.min(ids.size(), most));
            generator.writeBooleanProperty("more", ids.size() > most);
            generator.writeArrayPropertyStart("ids");
            ids.stream().limit(most).map(UUID::toString).forEach(generator::writeString);
            generator.writeEndArray();
        });
    }

    /** @param done of the portions in turn; where the last is pending, those after it were not attempted */
    static ResponseEntity<byte[]> changed(Seen<List<UUID>> seen, List<List<UUID>> portions, List<Dispatched> done) {
        List<TaskResult> results = new ArrayList<>();
        List<UUID> commands = new ArrayList<>();
        var seq = seen.seq();
        for (var index = 0; index < portions.size(); index++) {
            var portion = portions.get(index);
            if (index >= done.size()) {
                portion.forEach(id -> results.add(new TaskResult(id, new Effect.Refused(Rejections.notAttempted()))));
                continue;
            }
            switch (done.get(index)) {
                case Dispatched.Pending(var commandId) -> {
                    commands.add(commandId);
                    portion.forEach(id ->
                            results.add(new TaskResult(id, new Effect.Done(HttpStatus.ACCEPTED, Optional.empty()))));
                }
                case Dispatched.Answered(var result) -> {
                    commands.add(result.getCommandId());
                    seq = Math.max(seq, result.getSeq());
                    addAll(results, portion, result.getOutcomes());
                }
            }
        }
        forbidden(results).ifPresent(refused -> {
            throw refused.problem().exception();
        });
        return answer(seq, generator -> write(results, commands, generator));
    }

    /** What became of one task, without the task itself. */
    private record TaskResult(UUID id, Effect effect) {
        static TaskResult of(UUID id, Outcome outcome) {
            return new TaskResult(
                    id,
                    switch (Effect.of(outcome, false, "/patch")) {
                        case Effect.Done(var status, var _) -> new Effect.Done(status, Optional.empty());
                        case Effect.Refused refused -> refused;
                    });
        }
    }

    private static void addAll(List<TaskResult> results, List<UUID> portion, List<Outcome> outcomes) {
        for (var index = 0; index < portion.size(); index++) {
            results.add(TaskResult.of(portion.get(index), outcomes.get(index)));
        }
    }

    /** Where the role is too low it is for all of them. */
    private static Optional<Effect.Refused> forbidden(List<TaskResult> results) {
        return results.stream()
                .map(TaskResult::effect)
                .filter(Effect.Refused.class::isInstance)
                .map(Effect.Refused.class::cast)
                .filter(refused -> refused.problem().type() == ProblemType.FORBIDDEN)
                .findFirst();
    }

    private static void write(List<TaskResult> results, List<UUID> commands, JsonGenerator generator) {
        generator.writeBooleanProperty("dryRun", false);
        generator.writeNumberProperty("matched", results.size());
        generator.writeNumberProperty(
                "done",
                results.stream()
                        .filter(result ->
                                result.effect() instanceof Effect.Done done && done.status() != HttpStatus.ACCEPTED)
                        .count());
        generator.writeArrayPropertyStart("commands");
        commands.stream().map(UUID::toString).forEach(generator::writeString);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("results");
        for (var result : results) {
            generator.writeStartObject();
            generator.writeStringProperty("id", result.id().toString());
            result.effect().writeMembers(generator);
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private static ResponseEntity<byte[]> answer(long seq, Consumer<JsonGenerator> members) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            members.accept(generator);
            generator.writeEndObject();
        }
        return ResponseEntity.ok()
                .header(SyncToken.HEADER, Long.toString(seq))
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes.toByteArray());
    }
}
