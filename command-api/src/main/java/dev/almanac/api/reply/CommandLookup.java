package dev.almanac.api.reply;

import dev.almanac.schemas.result.CommandResult;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Finds the answer to a command for which nobody waited any more. */
@FunctionalInterface
public interface CommandLookup {
    /**
     * The answer, empty where none was found: there is none yet, or it is further on than a search goes.
     *
     * @param commandId a UUID of version 7
     * @return fails with a problem of type {@code unavailable} where the search could not be made
     */
    Mono<CommandResult> find(UUID commandId);
}
