package dev.almanac.topology.decide.bounds;

import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** What time zones are known: those of the IANA database. */
public final class Zones {
    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

    private Zones() {}

    /** @return what is wrong; empty where nothing is */
    public static Optional<Rejection> fault(String zone, String pointer) {
        return KNOWN.contains(zone)
                ? Optional.empty()
                : Optional.of(Rejections.invalid(pointer, "Must be an IANA time zone, such as Europe/Berlin."));
    }
}
