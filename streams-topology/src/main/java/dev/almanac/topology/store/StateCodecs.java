package dev.almanac.topology.store;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.serde.StateCodec;

/** How each kind of thing is written into the store. */
public record StateCodecs(
        StateCodec<Workspace> workspace,
        StateCodec<Member> member,
        StateCodec<TaskList> list,
        StateCodec<Task> task,
        StateCodec<Comment> comment,
        StateCodec<SavedFilter> filter) {
    public static StateCodecs create() {
        return new StateCodecs(
                StateCodec.of(Workspace.class),
                StateCodec.of(Member.class),
                StateCodec.of(TaskList.class),
                StateCodec.of(Task.class),
                StateCodec.of(Comment.class),
                StateCodec.of(SavedFilter.class));
    }
}
