package dev.almanac.api.publish;

import dev.almanac.schemas.command.Command;
import reactor.core.publisher.Mono;

/** Brings commands to the topology. */
@FunctionalInterface
public interface CommandPublisher {
    /**
     * Completes when the command is taken for good.
     *
     * @return fails with a problem of type {@code unavailable} where that can't be told in time: the command may or may
     *     not have been taken
     */
    Mono<Void> publish(Command command);
}
