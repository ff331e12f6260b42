package dev.almanac.topology.process;

import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.command.SnoozeReminder;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.testkit.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reminders must do, told once more and as plainly as can be: things that change in place, and no timers. */
final class PlainReminders {
    private final Map<UUID, Thing> tasks = new LinkedHashMap<>();

    private static final class Thing {
        @Nullable
        Instant due;

        boolean open = true;
        boolean trashed;
        boolean overdue;
        List<Bell> bells = new ArrayList<>();

        boolean lives() {
            return open && !trashed;
        }
    }

    private static final class Bell {
        final ReminderRequest asked;
        String state = "PENDING";

        @Nullable
        Instant set;

        @Nullable
        Instant snoozed;

        Bell(ReminderRequest asked) {
            this.asked = asked;
        }

        @Nullable
        Instant time(@Nullable Instant due) {
            if (asked.getAt().isPresent()) {
                return asked.getAt().get();
            }
            return due == null
                    ? null
                    : due.plus(Duration.parse(asked.getOffset().orElseThrow()));
        }
    }

    void put(Operation operation, Instant now) {
        operation.getCreateTask().ifPresent(it -> {
            if (!tasks.containsKey(it.getId())) {
                Thing thing = new Thing();
                tasks.put(it.getId(), thing);
                edit(thing, it.getFields(), now);
            }
        });
        operation.getEditTask().ifPresent(it -> edit(it, now));
        operation.getCompleteTask().ifPresent(it -> close(it.getId(), now));
        operation.getReopenTask().ifPresent(it -> {
            Thing thing = there(it.getId());
            if (thing != null && !thing.open) {
                thing.open = true;
                follow(thing, thing.due, now);
            }
        });
        operation.getDeleteTask().ifPresent(it -> {
            Thing thing = there(it.getId());
            if (thing != null) {
                thing.trashed = true;
                follow(thing, thing.due, now);
            }
        });
        operation.getRestoreTask().ifPresent(it -> {
            Thing thing = tasks.get(it.getId());
            if (thing != null && thing.trashed) {
                thing.trashed = false;
                follow(thing, thing.due, now);
            }
        });
        operation.getSnoozeReminder().ifPresent(it -> snooze(it, now));
        operation.getDismissReminder().ifPresent(it -> {
            Thing thing = there(it.getTaskId());
            if (thing != null) {
                bell(thing, it.getReminderId()).ifPresent(bell -> {
                    bell.state = "DISMISSED";
                    bell.snoozed = null;
                });
            }
        });
    }

    private void edit(EditTask asked, Instant now) {
        Thing thing = there(asked.getId());
        if (thing != null) {
            edit(thing, asked.getPatch(), now);
        }
    }

    private static void edit(Thing thing, TaskPatch patch, Instant now) {
        Instant before = thing.due;
        patch.getDue()
                .ifPresent(due -> thing.due = due.getDateTime().orElseThrow().toInstant(ZoneOffset.UTC));
        if (patch.getClear().contains("due")) {
            thing.due = null;
        }
        List<Bell> kept = new ArrayList<>(thing.bells);
        patch.getReminders().ifPresent(wanted -> {
            thing.bells = new ArrayList<>();
            for (ReminderRequest one : wanted) {
                thing.bells.add(kept.stream()
                        .filter(bell -> bell.asked.equals(one))
                        .findFirst()
                        .orElseGet(() -> ring(new Bell(one), thing)));
            }
        });
        thing.bells.stream().filter(kept::contains).forEach(bell -> follow(bell, thing, before, now));
        thing.overdue = thing.overdue && thing.due != null && !thing.due.isAfter(now);
    }

    /** Whatever is asked for is set. */
    private static Bell ring(Bell bell, Thing thing) {
        bell.set = thing.lives() ? bell.time(thing.due) : null;
        bell.state = thing.lives() ? "PENDING" : "CANCELLED";
        return bell;
    }

    private void close(UUID id, Instant now) {
        Thing thing = there(id);
        if (thing != null && thing.open) {
            thing.open = false;
            follow(thing, thing.due, now);
        }
    }

    private static void follow(Thing thing, @Nullable Instant dueBefore, Instant now) {
        thing.bells.forEach(bell -> follow(bell, thing, dueBefore, now));
        thing.overdue = thing.overdue && thing.lives();
    }

    private static void follow(Bell bell, Thing thing, @Nullable Instant dueBefore, Instant now) {
        boolean moved = !Objects.equals(bell.time(dueBefore), bell.time(thing.due));
        if (moved) {
            bell.snoozed = null;
        }
        Instant time = bell.snoozed != null ? bell.snoozed : bell.time(thing.due);
        boolean comes = time != null && time.isAfter(now);
        switch (bell.state) {
            case "PENDING" -> {
                if (!thing.lives() || (time != null && !time.equals(bell.set) && !comes)) {
                    bell.state = "CANCELLED";
                    bell.set = null;
                } else {
                    bell.set = time;
                }
            }
            case "CANCELLED" -> ringAgain(bell, thing.lives() && comes, time);
            default -> ringAgain(bell, moved && thing.lives() && comes, time);
        }
    }

    private static void ringAgain(Bell bell, boolean again, @Nullable Instant time) {
        if (again) {
            bell.state = "PENDING";
            bell.set = time;
        }
    }

    private void snooze(SnoozeReminder asked, Instant now) {
        Thing thing = there(asked.getTaskId());
        if (thing != null && thing.open && asked.getUntil().isAfter(now)) {
            bell(thing, asked.getReminderId()).ifPresent(bell -> {
                bell.state = "PENDING";
                bell.set = asked.getUntil();
                bell.snoozed = asked.getUntil();
            });
        }
    }

    private @Nullable Thing there(UUID id) {
        Thing thing = tasks.get(id);
        return thing == null || thing.trashed ? null : thing;
    }

    private static Optional<Bell> bell(Thing thing, UUID id) {
        return thing.bells.stream()
                .filter(bell -> bell.asked.getId().equals(id))
                .findFirst();
    }

    /** What happens until then, in no particular order. @param from before it nothing does */
    List<String> pass(Instant from, Instant until) {
        List<String> happens = new ArrayList<>();
        tasks.forEach((id, thing) -> {
            for (Bell bell : thing.bells) {
                if (bell.state.equals("PENDING") && bell.set != null && !bell.set.isAfter(until)) {
                    bell.state = "TRIGGERED";
                    bell.snoozed = null;
                    boolean late = from.isAfter(bell.set.plusSeconds(1));
                    happens.add("ReminderTriggered " + Labels.label(bell.asked.getId()) + (late ? " late" : ""));
                }
            }
            if (thing.lives() && thing.due != null && !thing.overdue && !thing.due.isAfter(until)) {
                thing.overdue = true;
                happens.add("TaskOverdue " + Labels.label(id));
            }
        });
        return happens;
    }

    /** A line for each task, to be compared. */
    Map<String, String> view() {
        Map<String, String> view = new LinkedHashMap<>();
        tasks.forEach((id, thing) -> view.put(
                Labels.label(id),
                line(
                        thing.open,
                        thing.trashed,
                        thing.overdue,
                        thing.bells.stream()
                                .map(bell -> bell(bell.asked.getId(), bell.state, bell.set))
                                .toList())));
        return view;
    }

    static String view(Task task) {
        return line(
                task.getStatus() == TaskStatus.OPEN,
                task.getDeletedAt().isPresent(),
                task.getOverdue(),
                task.getReminders().stream().map(PlainReminders::view).toList());
    }

    private static String view(Reminder reminder) {
        return bell(
                reminder.getId(),
                reminder.getState().name(),
                reminder.getScheduledAt().orElse(null));
    }

    private static String line(boolean open, boolean trashed, boolean overdue, List<String> bells) {
        return (open ? "open" : "closed") + (trashed ? " trashed" : "") + (overdue ? " overdue " : " ") + bells;
    }

    private static String bell(UUID id, String state, @Nullable Instant set) {
        boolean tells = state.equals("PENDING") || state.equals("TRIGGERED");
        return Labels.label(id) + " " + state + (tells ? " " + set : "");
    }
}
