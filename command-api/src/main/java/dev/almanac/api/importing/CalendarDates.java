package dev.almanac.api.importing;

import dev.almanac.api.ical.Occurrences;
import dev.almanac.api.importing.Calendar.Property;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dates of iCalendar as the contract has them; what is none is left as it is, to be refused with its place. */
final class CalendarDates {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})(Z?)");

    private final String zone;

    /** @param zone of dates that name none */
    CalendarDates(String zone) {
        this.zone = zone;
    }

    /** A local date, or a local date and time. */
    String local(Property date) {
        return local(date.value());
    }

    static String local(String value) {
        var day = DATE.matcher(value);
        if (day.matches()) {
            return day.replaceAll("$1-$2-$3");
        }
        var time = DATE_TIME.matcher(value);
        return time.matches() ? time.replaceAll("$1-$2-$3T$4:$5:$6") : value;
    }

    /**
     * A local date of a series, also where it is told as a moment.
     *
     * @param like a date of the same series, by whose zone it goes
     */
    String local(String value, Property like) {
        var local = local(value);
        return isMoment(value) && like.value().indexOf('T') > 0 && !isMoment(like.value())
                ? inZone(local, zone(like))
                : local;
    }

    static boolean isMoment(String value) {
        return value.endsWith("Z") && DATE_TIME.matcher(value).matches();
    }

    private static String inZone(String utc, String zone) {
        try {
            return Occurrences.written(LocalDateTime.parse(utc)
                    .atZone(ZoneOffset.UTC)
                    .withZoneSameInstant(ZoneId.of(zone))
                    .toLocalDateTime()
                    .toString());
        } catch (DateTimeException none) {
            return utc;
        }
    }

    ObjectNode json(Property date) {
        return json(local(date), date);
    }

    /** @param like gives the zone */
    ObjectNode json(String local, Property like) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(local.indexOf('T') < 0 ? "date" : "dateTime", local)
                .put("timeZone", zone(like));
    }

    private String zone(Property date) {
        if (date.value().endsWith("Z")) {
            return "UTC";
        }
        var told = date.parameters().get("TZID");
        if (told == null) {
            return zone;
        }
        if (ZONES.contains(told)) {
            return told;
        }
        var alias = TimeZoneRegistry.ZONE_ALIASES.get(told);
        return alias != null && ZONES.contains(alias) ? alias : zone;
    }

    /** A moment in UTC. */
    static String instant(Property date) {
        return local(date.value()) + "Z";
    }
}
