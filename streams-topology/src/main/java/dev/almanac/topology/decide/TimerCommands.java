package dev.almanac.topology.decide;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.CreateOccurrence;
import dev.almanac.schemas.command.FireReminder;
import dev.almanac.schemas.command.MarkOverdue;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.state.Timer;
import dev.almanac.topology.state.WorkspaceState;
import java.util.UUID;

/**
 * The commands that due timers are. Their ids follow from task, reminder and time, so firing a timer again after a failure
 * gives the same events; and from the task's version, since a task may become due at an instant that it was due at before.
 */
public final class TimerCommands {
    private TimerCommands() {}

    public static Command of(WorkspaceState state, Timer timer) {
        Operation.Builder operation = Operation.newBuilder();
        String name = switch (timer) {
            case Timer.OfReminder(var due, var task, var reminder) -> {
                operation.setFireReminder(new FireReminder(task, reminder, due));
                yield "reminder/" + reminder;
            }
            case Timer.OfOverdue(var due, var task) -> {
                operation.setMarkOverdue(new MarkOverdue(task, due));
                yield "overdue";
            }
            case Timer.OfOccurrence(var due, var task) -> {
                operation.setCreateOccurrence(new CreateOccurrence(task, due));
                yield "occurrence";
            }
        };
        long version = state.task(timer.taskId()).map(Task::getVersion).orElse(0L);
        UUID id = Ids.v5(timer.taskId(), name + "/" + timer.due().toEpochMilli() + "/" + version);
        return OwnCommands.of(id, state.workspaceId(), timer.due(), null, operation.build());
    }
}
