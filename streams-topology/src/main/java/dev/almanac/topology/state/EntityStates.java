package dev.almanac.topology.state;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.ReminderStatus;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;

/** Things, wrapped as what may be any of them. */
public final class EntityStates {
    private EntityStates() {}

    public static EntityState of(Workspace workspace) {
        return new EntityState(workspace, null, null, null, null, null, null);
    }

    public static EntityState of(Member member) {
        return new EntityState(null, member, null, null, null, null, null);
    }

    public static EntityState of(TaskList list) {
        return new EntityState(null, null, list, null, null, null, null);
    }

    public static EntityState of(Task task) {
        return new EntityState(null, null, null, task, null, null, null);
    }

    public static EntityState of(Comment comment) {
        return new EntityState(null, null, null, null, comment, null, null);
    }

    public static EntityState of(ReminderStatus reminder) {
        return new EntityState(null, null, null, null, null, reminder, null);
    }

    public static EntityState of(SavedFilter filter) {
        return new EntityState(null, null, null, null, null, null, filter);
    }
}
