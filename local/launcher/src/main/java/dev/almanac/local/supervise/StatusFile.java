package dev.almanac.local.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a stack's supervisor tells the other commands, in a file.
 *
 * @param file where it is
 */
public record StatusFile(Path file) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration START_TOLERANCE = Duration.ofSeconds(5);

    /**
     * What the file holds.
     *
     * @param supervisor the process that runs the stack, or ran it
     * @param startedAt when that process started, since process ids come round again
     * @param up whether all parts have been ready
     * @param url of the web page and the API
     * @param parts in the order of the data's flow
     */
    public record Status(long supervisor, Instant startedAt, boolean up, String url, List<PartStatus> parts) {
        /** The process that runs the stack, where it still does. */
        public Optional<ProcessHandle> process() {
            return ProcessHandle.of(supervisor)
                    .filter(process ->
                            process.info().startInstant().filter(this::isStart).isPresent());
        }

        /** The machine tells the start of a process to the second or so, and not always the same. */
        private boolean isStart(Instant told) {
            return Duration.between(startedAt, told).abs().compareTo(START_TOLERANCE) <= 0;
        }

        /** The parts as they are now that nobody supervises them. */
        public Status orphaned() {
            return new Status(
                    supervisor,
                    startedAt,
                    false,
                    url,
                    parts.stream()
                            .map(part ->
                                    new PartStatus(part.name(), OptionalLong.empty(), part.port(), PartState.STOPPED))
                            .toList());
        }
    }

    public void write(Status status) {
        ObjectNode json = JSON.createObjectNode()
                .put("supervisor", status.supervisor())
                .put("startedAt", status.startedAt().toString())
                .put("up", status.up())
                .put("url", status.url());
        json.set("parts", parts(status.parts()));
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.writeString(unfinished, json.toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written last; empty where nothing was. */
    public Optional<Status> read() {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return Optional.of(new Status(
                    json.get("supervisor").asLong(),
                    Instant.parse(json.get("startedAt").asString()),
                    json.get("up").asBoolean(),
                    json.get("url").asString(),
                    json.get("parts").valueStream().map(StatusFile::part).toList()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts as the command line prints them. */
    public static ArrayNode parts(List<PartStatus> parts) {
        ArrayNode array = JSON.createArrayNode();
        for (PartStatus part : parts) {
            ObjectNode json = array.addObject().put("name", part.name());
            part.pid().ifPresentOrElse(pid -> json.put("pid", pid), () -> json.putNull("pid"));
            json.put("port", part.port()).put("state", part.state().label());
        }
        return array;
    }

    private static PartStatus part(JsonNode json) {
        JsonNode pid = json.get("pid");
        return new PartStatus(
                json.get("name").asString(),
                pid.isNull() ? OptionalLong.empty() : OptionalLong.of(pid.asLong()),
                json.get("port").asInt(),
                PartState.valueOf(json.get("state").asString().toUpperCase(Locale.ROOT)));
    }
}
