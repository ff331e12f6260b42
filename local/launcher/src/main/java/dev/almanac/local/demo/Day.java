package dev.almanac.local.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A day told from today, such as {@code +1} for tomorrow, {@code -2 18:30} for the evening before yesterday.
 *
 * @param fromToday in days
 * @param time of that day, where it is not all of it
 */
record Day(int fromToday, Optional<LocalTime> time) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws java.time.DateTimeException or NumberFormatException where it is none */
    @JsonCreator
    static Day parse(String text) {
        String[] parts = text.split(" ", 2);
        return new Day(
                Integer.parseInt(parts[0]),
                parts.length == 2 ? Optional.of(LocalTime.parse(parts[1])) : Optional.empty());
    }

    /** As the API takes it. */
    ObjectNode from(LocalDate today, ZoneId zone) {
        LocalDate date = today.plusDays(fromToday);
        ObjectNode json = JSON.createObjectNode();
        time.ifPresentOrElse(
                at -> json.put("dateTime", date.atTime(at).toString()).put("timeZone", zone.getId()),
                () -> json.put("date", date.toString()));
        return json;
    }
}
