package dev.almanac.topology.state;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import java.util.Optional;

/**
 * What has to be written to bring a stored state up to an evolved one: one change for each thing, whatever became of it in
 * between. Where a thing is indexed the change tells what was stored before, so that its old entries can be deleted.
 */
public sealed interface StateChange {
    record PutWorkspace(Workspace workspace) implements StateChange {}

    record PutMember(Member member) implements StateChange {}

    record RemoveMember(Member previous) implements StateChange {}

    /** @param previous as stored; empty where the list is new */
    record PutList(Optional<TaskList> previous, TaskList list) implements StateChange {}

    /** @param previous as stored; empty where the task is new */
    record PutTask(Optional<Task> previous, Task task) implements StateChange {}

    record PutComment(Comment comment) implements StateChange {}

    record RemoveComment(Comment previous) implements StateChange {}

    record PutFilter(SavedFilter filter) implements StateChange {}

    record RemoveFilter(SavedFilter previous) implements StateChange {}
}
