package dev.almanac.api.sync;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tells how far workspaces are projected, of a part of the read model. */
interface Standings {
    /** How far these are; one of which the read model knows nothing is left out. */
    Mono<List<Standing>> of(Collection<UUID> workspaces);
}
