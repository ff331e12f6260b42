package dev.almanac.topology.state;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that one workspace holds, at one moment. Reading it twice gives the same.
 *
 * <p>What is in the trash is still there to be looked up by id: deleted lists and deleted tasks have a {@code deletedAt}.
 */
public interface WorkspaceState {
    UUID workspaceId();

    /** The sequence number of the workspace's last event; 0 where it has none. */
    long seq();

    /** Empty where the workspace does not exist (yet). */
    Optional<Workspace> workspace();

    Optional<Member> member(UUID userId);

    /** All members, in no particular order; their number is bounded by the decider. */
    List<Member> members();

    Optional<TaskList> list(UUID id);

    Optional<Task> task(UUID id);

    Optional<Comment> comment(UUID id);

    Optional<SavedFilter> filter(UUID id);

    /** All that a user saved here, in no particular order; their number is bounded by the decider. */
    List<SavedFilter> filters(UUID owner);

    /** The lists that are not deleted. */
    Ordering lists();

    /** The tasks of a list that are not in the trash, subtasks among them. */
    Ordering tasks(UUID listId);

    /**
     * The direct subtasks that are not in the trash.
     *
     * @return at most {@code limit}, those with the smallest ids, ordered as {@link Place} orders ids
     */
    List<UUID> subtasks(UUID parentId, int limit);

    /**
     * The direct subtasks whose {@code deletedAt} is {@code deletedAt}.
     *
     * @return at most {@code limit}, those with the smallest ids, ordered as {@link Place} orders ids
     */
    List<UUID> subtasksTrashedAt(UUID parentId, Instant deletedAt, int limit);
}
