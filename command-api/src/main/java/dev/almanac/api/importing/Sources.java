package dev.almanac.api.importing;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.quickadd.Setting;
import dev.almanac.schemas.id.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.http.MediaType;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Knows which format a file has. */
final class Sources {
    private static final UUID FILES = Ids.v5(Ids.SYSTEM, "imported files");
    private static final int HEAD = 1024;
    private static final int DEEPEST = 16;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            // Each thing is followed by others.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Sources() {}

    /** @param setting in which dates are meant that are told in words or without a zone */
    static Source of(Upload upload, MediaType type, Setting setting) throws IOException {
        var file = Ids.v5(FILES, upload.fingerprint());
        var head = head(upload).stripLeading();
        return switch (type.getSubtype()) {
            case "json" -> head.startsWith("[") ? new VikunjaJson(JSON, setting.zone()) : new AlmanacJson(JSON);
            case "csv" ->
                TodoistCsv.isHeading(head.lines().findFirst().orElse(""))
                        ? new TodoistCsv(file, setting)
                        : new TaskCsv(file);
            case "calendar" ->
                new CalendarFile(upload.file(), new CalendarDates(setting.zone().getId()));
            default ->
                throw Problem.of(
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                "Expected application/json, text/csv or text/calendar")
                        .exception();
        };
    }

    /** The beginning of a file, by which formats of one media type are told apart. */
    private static String head(Upload upload) throws IOException {
        try (var in = Files.newInputStream(upload.file())) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }
}
