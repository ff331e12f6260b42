package dev.almanac.api.http;

import dev.almanac.api.accept.Operations;
import dev.almanac.api.accept.UserZones;
import dev.almanac.api.accept.ZoneStamp;
import dev.almanac.api.dispatch.CommandDispatcher;
import dev.almanac.api.dispatch.Dispatched;
import dev.almanac.api.dispatch.Draft;
import dev.almanac.schemas.command.Idempotency;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.id.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What all routes that change something have in common: the way from operations to what became of them. */
@Component
class CommandRunner {
    private final CommandDispatcher dispatcher;
    private final UserZones zones;
    private final Clock clock;

    CommandRunner(CommandDispatcher dispatcher, UserZones zones, Clock clock) {
        this.dispatcher = dispatcher;
        this.zones = zones;
        this.clock = clock;
    }

    /** An id for a new thing. */
    UUID newId() {
        return Ids.v7(clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    /** Does one thing that does not depend on a version. */
    Mono<Dispatched> run(Incoming incoming, UUID workspaceId, SpecificRecord action) {
        return run(incoming, workspaceId, true, List.of(Operations.of(action, Optional.empty())));
    }

    /** Does one thing, if what it changes has the version that {@code If-Match} asks for. */
    Mono<Dispatched> runIfMatch(Incoming incoming, UUID workspaceId, SpecificRecord action) {
        return run(incoming, workspaceId, true, List.of(Operations.of(action, incoming.expectedVersion())));
    }

    Mono<Dispatched> run(Incoming incoming, UUID workspaceId, boolean atomic, List<Operation> operations) {
        return run(incoming, workspaceId, incoming.idempotency(), atomic, operations);
    }

    /** The same as one of several commands that a request comes to, with a key of its own. */
    Mono<Dispatched> run(
            Incoming incoming,
            UUID workspaceId,
            Optional<Idempotency> idempotency,
            boolean atomic,
            List<Operation> operations) {
        return stamped(incoming, operations)
                .flatMap(complete -> dispatcher.dispatch(
                        new Draft(workspaceId, incoming.actor(), incoming.origin(), idempotency, atomic, complete)));
    }

    private Mono<List<Operation>> stamped(Incoming incoming, List<Operation> operations) {
        return ZoneStamp.isNeeded(operations)
                ? zones.zoneOf(incoming.caller().userId()).map(zone -> ZoneStamp.stamp(operations, zone))
                : Mono.just(operations);
    }
}
