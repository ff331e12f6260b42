package dev.almanac.topology.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.state.Fact;
import dev.almanac.topology.state.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** What holds after every command, whatever it was. */
final class Invariants {
    private final Set<UUID> eventIds = new HashSet<>();
    private final Map<List<Object>, Long> versions = new HashMap<>();
    private long seq;

    /**
     * @param events that the command has made
     * @param state after them
     * @param whole whether nothing is left over that the topology goes on with by itself
     */
    void check(List<SpecificRecord> events, InMemoryWorkspace state, boolean whole) {
        for (SpecificRecord event : events) {
            Fact fact = Fact.of(event);
            seq++;
            assertThat(fact.metadata().getSeq()).isEqualTo(seq);
            assertThat(eventIds.add(fact.metadata().getEventId()))
                    .as("an id of its own")
                    .isTrue();
            versionCountsTheChanges(fact);
        }
        assertThat(state.seq()).isEqualTo(seq);
        someoneOwns(state);
        ordersAreTotal(state);
        if (whole) {
            state.allTasks().stream().filter(task -> isLiving(state, task)).forEach(task -> treeIsSound(state, task));
        }
    }

    private void versionCountsTheChanges(Fact fact) {
        switch (fact) {
            case Fact.OfWorkspace f -> count(f.kind(), f.id(), f.workspace().getVersion());
            case Fact.OfList f -> count(f.kind(), f.id(), f.list().getVersion());
            case Fact.OfTask f -> count(f.kind(), f.id(), f.task().getVersion());
            // A reminder is a part of its task.
            case Fact.OfReminder f ->
                f.task().ifPresent(task -> count(EntityKind.TASK, task.getId(), task.getVersion()));
            case Fact.OfMember f -> countOrForget(f, f.gone(), f.member().getVersion());
            case Fact.OfComment f -> countOrForget(f, f.gone(), f.comment().getVersion());
            case Fact.OfFilter f -> countOrForget(f, f.gone(), f.filter().getVersion());
        }
    }

    /** Who or what is gone is told as it was; should it come back it starts anew. */
    private void countOrForget(Fact fact, boolean gone, long version) {
        if (gone) {
            versions.remove(List.of(fact.kind(), fact.id()));
        } else {
            count(fact.kind(), fact.id(), version);
        }
    }

    private void count(EntityKind kind, UUID id, long version) {
        assertThat(version).isEqualTo(versions.merge(List.of(kind, id), 1L, Long::sum));
    }

    private static void someoneOwns(InMemoryWorkspace state) {
        if (state.workspace().isPresent()) {
            assertThat(state.members()).extracting(Member::getRole).contains(Role.OWNER);
        }
    }

    private static void ordersAreTotal(InMemoryWorkspace state) {
        assertThat(state.lists().first(Integer.MAX_VALUE))
                .extracting(Place::position)
                .doesNotHaveDuplicates();
        for (TaskList list : state.allLists()) {
            assertThat(state.tasks(list.getId()).first(Integer.MAX_VALUE))
                    .extracting(Place::position)
                    .doesNotHaveDuplicates();
        }
    }

    private static boolean isLiving(InMemoryWorkspace state, Task task) {
        return task.getDeletedAt().isEmpty()
                && state.list(task.getListId()).orElseThrow().getDeletedAt().isEmpty();
    }

    /** Its parents are there, in its list, open where it is open, and not too many. */
    private static void treeIsSound(InMemoryWorkspace state, Task task) {
        Set<UUID> seen = new HashSet<>();
        Optional<Task> current = Optional.of(task);
        while (current.isPresent()) {
            Task child = current.get();
            assertThat(seen.add(child.getId())).as("no cycle").isTrue();
            Optional<Task> parent = child.getParentId().map(id -> state.task(id).orElseThrow());
            parent.ifPresent(above -> {
                assertThat(isLiving(state, above)).isTrue();
                assertThat(above.getListId()).isEqualTo(child.getListId());
                if (child.getStatus() == TaskStatus.OPEN) {
                    assertThat(above.getStatus()).isEqualTo(TaskStatus.OPEN);
                }
            });
            current = parent;
        }
        assertThat(seen).hasSizeLessThanOrEqualTo(Limits.TREE_DEPTH);
    }
}
