package dev.almanac.api.query;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.search.Query;
import dev.almanac.api.search.Vocabulary;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads which tasks a request is about: the parameters {@code filter}, {@code q} and {@code trash}. */
@Component
class AskedTasks {
    static final Set<String> PARAMETERS = Set.of(FilterParameter.NAME, "q", "trash");

    private final FilterParameter filters;
    private final Vocabulary vocabulary;

    AskedTasks(FilterParameter filters, Vocabulary vocabulary) {
        this.filters = filters;
        this.vocabulary = vocabulary;
    }

    Mono<Asked> read(Parameters parameters, UUID workspaceId, UUID caller) {
        var trash = parameters.flag("trash");
        var query = parameters.text("q").map(Query::parse);
        return filters.read(parameters, caller)
                .flatMap(filter -> query.map(
                                words -> vocabulary.sought(workspaceId, words).map(Optional::of))
                        .orElseGet(() -> Mono.just(Optional.empty()))
                        .map(sought -> new Asked(workspaceId, trash, filter, sought)));
    }
}
