package dev.almanac.api.query;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.accept.UserZones;
import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.read.Asker;
import dev.almanac.api.filter.read.FilterReader;
import dev.almanac.api.filter.read.Reading;
import dev.almanac.api.filter.read.StandingFilter;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.Violation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads filters: the parameter {@code filter} of those calls that have one, and those in bodies. */
@Component
public class FilterParameter {
    public static final String NAME = "filter";

    private final UserZones zones;
    private final Clock clock;

    FilterParameter(UserZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /** What it means to who asks now; empty where there is none. A filter that can't be understood is refused. */
    Mono<Optional<Filter>> read(Parameters parameters, UUID caller) {
        return readStanding(parameters, caller).map(standing -> standing.map(StandingFilter::now));
    }

    /** The same for who goes on asking. */
    public Mono<Optional<StandingFilter>> readStanding(Parameters parameters, UUID caller) {
        return parameters
                .text(NAME)
                .map(text -> asker(caller)
                        .map(asker -> Optional.of(
                                new StandingFilter(text, understood(text, asker, Optional.empty()), asker, clock))))
                .orElseGet(() -> Mono.just(Optional.empty()));
    }

    /** The same of a filter in a body; {@code pointer} leads there. */
    Mono<Filter> ofBody(String text, String pointer, UUID caller) {
        return asker(caller).map(asker -> understood(text, asker, Optional.of(pointer)));
    }

    /** Who asks, in their own zone, now. */
    Mono<Asker> asker(UUID caller) {
        return zones.zoneOf(caller).map(zone -> new Asker(caller, zone, clock.instant()));
    }

    private static Filter understood(String text, Asker asker, Optional<String> pointer) {
        return switch (FilterReader.read(text, asker)) {
            case Reading.Understood(var filter) -> filter;
            case Reading.Misread(var position, var detail, var expected) ->
                throw Problem.validation(
                                List.of(pointer.map(place -> Violation.ofText(place, position, detail, expected))
                                        .orElseGet(() -> Violation.ofParameter(NAME, position, detail, expected))))
                        .exception();
        };
    }
}
