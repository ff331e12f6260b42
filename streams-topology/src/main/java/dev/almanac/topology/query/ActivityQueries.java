package dev.almanac.topology.query;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.topology.store.activity.DayCount;
import dev.almanac.topology.store.activity.Moment;
import dev.almanac.topology.store.activity.StoredActivity;
import dev.almanac.topology.store.activity.StoredCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The questions that can be asked about what was done in a workspace. */
final class ActivityQueries {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ActivityQueries() {}

    /** @param before the {@code next} of the page before */
    static Answer ofWorkspace(StoredActivity activity, Optional<Moment> before, int limit) {
        long seq = activity.seq();
        return page(seq, activity.entries(before, limit), limit);
    }

    /** @param before the {@code next} of the page before */
    static Answer ofTask(StoredActivity activity, UUID taskId, Optional<Moment> before, int limit) {
        long seq = activity.seq();
        return page(seq, activity.entriesOf(taskId, before, limit), limit);
    }

    /** @param limit beyond which counts are left out, and {@code complete} is false */
    static Answer stats(StoredCounts counted, LocalDate from, LocalDate to, int limit) {
        long seq = counted.seq();
        List<DayCount> counts = counted.counts(from, to, limit + 1);
        return found(seq, json -> {
            json.writeArrayPropertyStart("items");
            for (DayCount count : counts.subList(0, Math.min(limit, counts.size()))) {
                json.writeStartObject();
                json.writeStringProperty("day", count.key().day().toString());
                json.writeStringProperty("user", count.key().userId().toString());
                json.writeStringProperty("action", count.key().action());
                json.writeNumberProperty("count", count.count());
                json.writeNumberProperty("rejected", count.rejected());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeBooleanProperty("complete", counts.size() <= limit);
        });
    }

    private static Answer page(long seq, List<AuditEntry> entries, int limit) {
        return found(seq, json -> {
            json.writeArrayPropertyStart("items");
            entries.forEach(entry -> AvroJson.write(entry, json));
            json.writeEndArray();
            if (entries.size() == limit) {
                json.writeStringProperty("next", text(Moment.of(entries.getLast())));
            } else {
                json.writeNullProperty("next");
            }
        });
    }

    private static Answer found(long seq, Body body) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
            json.flush();
            return new Answer.Found(seq, OptionalLong.empty(), bytes.toByteArray());
        }
    }

    private static String text(Moment moment) {
        return moment.at().toEpochMilli() + "~" + moment.seq() + "~" + moment.commandId() + "~" + moment.operation();
    }

    /** @throws ServerWebInputException for what is no {@code next} of a page */
    static Moment moment(String text) {
        String[] parts = text.split("~", -1);
        try {
            if (parts.length == 4) {
                return new Moment(
                        Instant.ofEpochMilli(Long.parseLong(parts[0])),
                        Long.parseLong(parts[1]),
                        UUID.fromString(parts[2]),
                        Integer.parseInt(parts[3]));
            }
        } catch (IllegalArgumentException e) {
            throw new ServerWebInputException("before must be the next of a page", null, e);
        }
        throw new ServerWebInputException("before must be the next of a page");
    }

    private interface Body {
        void write(JsonGenerator json);
    }
}
