package dev.almanac.api.query;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Seen;
import dev.almanac.api.read.Tables.Tasks;
import dev.almanac.api.search.Highlights;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists the tasks of a workspace, or of its trash, that a filter means and that hold what is sought. */
@RestController
class TaskController {
    private static final Set<String> PARAMETERS = parameters();
    private static final int USUAL_LIMIT = 50;
    private static final String USUAL_ORDER = "position";
    private static final String USUAL_ORDER_IN_TRASH = "-updated";
    private static final String USUAL_ORDER_OF_SEARCH = "-relevance,-updated";

    private final MemberReads reads;
    private final AskedTasks tasks;

    TaskController(MemberReads reads, AskedTasks tasks) {
        this.reads = reads;
        this.tasks = tasks;
    }

    private static Set<String> parameters() {
        var parameters = new HashSet<>(AskedTasks.PARAMETERS);
        parameters.addAll(Set.of("sort", "limit", "cursor"));
        return parameters;
    }

    @GetMapping(path = "/api/v1/workspaces/{workspaceId}/tasks", produces = "application/json")
    Mono<ResponseEntity<byte[]>> tasks(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var parameters = new Parameters(query, PARAMETERS);
        var sort = sort(parameters);
        var limit = parameters.limit(USUAL_LIMIT);
        var cursor = parameters.text("cursor");
        var atLeast = SyncToken.of(headers);
        var words = "%s/%s".formatted(parameters.text(FilterParameter.NAME), parameters.text("q"));
        return tasks.read(parameters, workspaceId, caller.userId()).flatMap(asked -> {
            var keyset = TaskPages.keyset(asked, sort, words);
            return reads.rows(workspaceId, caller.userId(), atLeast, keyset.items(limit, cursor))
                    .map(seen -> answer(asked, seen, keyset, limit));
        });
    }

    private static String sort(Parameters parameters) {
        return parameters.text("sort").orElseGet(() -> {
            if (parameters.text("q").isPresent()) {
                return USUAL_ORDER_OF_SEARCH;
            }
            return parameters.flag("trash") ? USUAL_ORDER_IN_TRASH : USUAL_ORDER;
        });
    }

    private static ResponseEntity<byte[]> answer(Asked asked, Seen<List<Record>> seen, Keyset keyset, int limit) {
        var page = seen.map(
                rows -> keyset.page(rows, limit, row -> row.get(Tasks.STATE).data()));
        return asked.sought()
                .map(Highlights::new)
                .map(highlights -> Answers.json(page.map(items -> Answers.with(
                        Answers.render(items),
                        "\"found\":"
                                + Answers.array(seen.value().stream()
                                        .limit(limit)
                                        .map(highlights::of)
                                        .toList())))))
                .orElseGet(() -> Answers.page(page));
    }
}
