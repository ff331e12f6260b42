package dev.almanac.api.stream;

import static java.util.stream.Collectors.toMap;

import dev.almanac.api.filter.match.Matching;
import dev.almanac.api.filter.read.StandingFilter;
import dev.almanac.api.quickadd.NamedList;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.TaskList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells of each task that one client's stream brings whether the client's filter means it. It holds no tasks, so it can't
 * say whether one entered: who had it knows that. To be asked of every link, in order: so it learns how lists are called.
 */
final class Watch {
    private final StandingFilter filter;
    private final Map<UUID, String> listNames;
    private final Matching matching;

    /** @param lists of the workspace, as the stream begins */
    Watch(StandingFilter filter, List<NamedList> lists) {
        this.filter = filter;
        this.listNames = new HashMap<>(lists.stream().collect(toMap(NamedList::id, NamedList::name)));
        this.matching = new Matching(id -> Optional.ofNullable(listNames.get(id)));
    }

    /** Whether the filter means the task that the link brings; empty where it brings none. */
    Optional<Boolean> matches(Link link) {
        var change = link.change();
        if (change.kind() == EntityKind.LIST) {
            change.stateAs(TaskList.class)
                    .ifPresentOrElse(
                            list -> listNames.put(change.id(), list.getName()), () -> listNames.remove(change.id()));
        }
        return change.kind() == EntityKind.TASK
                ? Optional.of(link.task()
                        .filter(task -> task.getDeletedAt().isEmpty())
                        .filter(task -> matching.matches(filter.now(), task))
                        .isPresent())
                : Optional.empty();
    }
}
