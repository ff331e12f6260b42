package dev.almanac.api.filter;

import dev.almanac.api.support.TestWorkspace;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Tasks that differ in whatever a filter can ask, with values that filters are likely to name. */
final class RandomTasks {
    static final List<String> TEXTS = List.of(
            "Buy milk",
            "BUY MILK",
            "100%",
            "a_b",
            "back\\slash",
            "ΟΔΟΣ",
            "İstanbul",
            "straße",
            "Ärger",
            "日本",
            "🥛",
            "\"quoted\"",
            "x");
    static final List<String> ZONES =
            List.of("Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kolkata", "UTC");
    static final List<UUID> PEOPLE = List.of(Ids.user("issuer", "ada"), Ids.user("issuer", "bob"));
    static final LocalDate TODAY = LocalDate.parse("2026-11-01");

    private final Random random;
    private final List<UUID> lists;

    RandomTasks(Random random, List<UUID> lists) {
        this.random = random;
        this.lists = lists;
    }

    Task in(TestWorkspace home) {
        return home.task(pick(TEXTS), this::fill);
    }

    private Task.Builder fill(Task.Builder task) {
        task.setStatus(pick(List.of(TaskStatus.values())))
                .setPriority(pick(List.of(Priority.values())))
                .setListId(pick(lists))
                .setCreatedAt(TestWorkspace.EPOCH.plusSeconds(random.nextInt(-200_000, 200_000)))
                .setTags(Stream.generate(() -> pick(TEXTS))
                        .limit(random.nextInt(4))
                        .distinct()
                        .toList());
        if (random.nextBoolean()) {
            task.setNotes(pick(TEXTS) + "\n" + pick(TEXTS));
        }
        if (random.nextBoolean()) {
            task.setAssignee(pick(PEOPLE));
        }
        if (random.nextInt(3) == 0) {
            task.setParentId(pick(PEOPLE));
        }
        if (random.nextInt(4) > 0) {
            task.setDue(date());
        }
        if (random.nextInt(3) == 0) {
            task.setStart(date());
        }
        if (random.nextInt(3) == 0) {
            task.setCompletedAt(TestWorkspace.EPOCH.plusSeconds(random.nextInt(-200_000, 200_000)));
        }
        if (task.hasDue() && random.nextBoolean()) {
            task.setRecurrence(new Recurrence(
                    "FREQ=DAILY",
                    RecurrenceBasis.DUE,
                    OccurrenceCreation.ON_COMPLETION,
                    CatchUp.NONE,
                    task.getDue(),
                    1L,
                    null,
                    null,
                    List.of()));
        }
        return task;
    }

    private TaskDate date() {
        var day = TODAY.plusDays(random.nextInt(-3, 4));
        var zone = pick(ZONES);
        return random.nextBoolean()
                ? new TaskDate(day, null, zone)
                : new TaskDate(null, day.atTime(LocalTime.of(random.nextInt(24), random.nextInt(2) * 30)), zone);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
