package dev.almanac.topology.store;

import dev.almanac.schemas.model.Task;
import dev.almanac.topology.state.StateChange;
import dev.almanac.topology.state.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns changes of tasks into writes of timers: an index of the tasks by what is to be done about them, and when. */
public final class TimerWrites {
    private TimerWrites() {}

    public static List<StoreWrite> of(UUID workspaceId, List<StateChange> changes) {
        List<StoreWrite> writes = new ArrayList<>();
        for (StateChange change : changes) {
            if (change instanceof StateChange.PutTask(Optional<Task> previous, Task task)) {
                List<Timer> before = previous.map(Timer::setBy).orElseGet(List::of);
                List<Timer> after = Timer.setBy(task);
                for (Timer timer : before) {
                    if (!after.contains(timer)) {
                        writes.add(StoreWrite.delete(TimerKeys.of(workspaceId, timer)));
                    }
                }
                for (Timer timer : after) {
                    if (!before.contains(timer)) {
                        writes.add(StoreWrite.mark(TimerKeys.of(workspaceId, timer)));
                    }
                }
            }
        }
        return writes;
    }

    /** For timers that are due: whatever comes of them, they are no longer there. */
    public static List<StoreWrite> removing(List<DueTimer> timers) {
        return timers.stream().map(timer -> StoreWrite.delete(timer.key())).toList();
    }
}
