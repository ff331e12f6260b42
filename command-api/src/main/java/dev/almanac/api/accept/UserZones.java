package dev.almanac.api.accept;

import java.time.ZoneId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Knows in which time zone a user lives. */
@FunctionalInterface
public interface UserZones {
    /** The zone that the user's profile names, UTC where it names none; never empty. */
    Mono<ZoneId> zoneOf(UUID userId);
}
