package dev.almanac.api.accept;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes everybody to live by UTC, as a profile does until it is told better. */
@Component
@Fallback
class UtcZones implements UserZones {
    @Override
    public Mono<ZoneId> zoneOf(UUID userId) {
        return Mono.just(ZoneOffset.UTC);
    }
}
