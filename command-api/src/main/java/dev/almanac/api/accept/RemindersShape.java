package dev.almanac.api.accept;

import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.model.RelativeTo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * All of a task's reminders: {@code {"at":"2026-11-30T08:00:00Z"}}, or {@code {"offset":"-PT30M"}} from when the task is due
 * or, with {@code "relativeTo":"start"}, from when it starts.
 */
final class RemindersShape {
    static final int MOST = 20;
    private static final Shape<RelativeTo> RELATIVE_TO = Shapes.choice(RelativeTo.class);
    private static final Pattern OFFSET = Pattern.compile(
            "[+-]?P(?=\\d|T\\d)(\\d{1,4}W)?(\\d{1,5}D)?" + "(T(?=\\d)(\\d{1,6}H)?(\\d{1,7}M)?(\\d{1,9}S)?)?");

    /** The topology bounds it, too, and more closely. */
    static final Shape<String> DURATION = Shapes.STRING.then((text, place) -> OFFSET.matcher(text)
                    .matches()
            ? Optional.of(text)
            : place.refuse("expected a signed duration of weeks, days, hours, minutes and seconds such as -PT30M"));

    private RemindersShape() {}

    /** @param ids gives the id of a reminder that brings none */
    static Shape<List<ReminderRequest>> reminders(Supplier<UUID> ids) {
        return (json, place) -> read(json, place, ids);
    }

    private static Optional<List<ReminderRequest>> read(JsonNode json, Place place, Supplier<UUID> ids) {
        if (!json.isArray() || json.size() > MOST) {
            return place.refuse("expected an array of at most %d reminders".formatted(MOST));
        }
        List<ReminderRequest> reminders = new ArrayList<>(json.size());
        Set<UUID> seen = new HashSet<>();
        for (var index = 0; index < json.size(); index++) {
            Fields.OBJECT
                    .then((fields, at) -> reminder(fields, at, ids))
                    .then((reminder, at) -> seen.add(reminder.getId())
                            ? Optional.of(reminder)
                            : at.at("id").refuse("is the id of another reminder"))
                    .read(json.get(index), place.at(index))
                    .ifPresent(reminders::add);
        }
        return Optional.of(reminders);
    }

    private static Optional<ReminderRequest> reminder(Fields fields, Place place, Supplier<UUID> ids) {
        var id = fields.optional("id", Shapes.ID);
        var at = fields.optional("at", Shapes.INSTANT);
        var offset = fields.optional("offset", DURATION);
        var relativeTo = fields.optional("relativeTo", RELATIVE_TO);
        fields.refuseOthers();
        if (fields.has("at") == fields.has("offset")) {
            return place.refuse("expected either at or offset");
        }
        if (fields.has("at") && fields.has("relativeTo")) {
            return place.at("relativeTo").refuse("comes with an offset");
        }
        return Optional.of(
                new ReminderRequest(id.orElseGet(ids), at.orElse(null), offset.orElse(null), relativeTo.orElse(null)));
    }
}
