package dev.almanac.api.accept;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.Violation;
import dev.almanac.api.quickadd.Understood;
import dev.almanac.api.quickadd.Understood.Reminding;
import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.command.TaskPatch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task in one line of text.
 *
 * @param writtenAt what its dates are reckoned from; now where it is empty
 * @param timeZone whose clock is meant; the user's where it is empty
 * @param rest what the task has where the line says nothing of it; without a title
 */
public record QuickAddRequest(String text, Optional<Instant> writtenAt, Optional<ZoneId> timeZone, CreateTask rest) {
    private static final int LONGEST = 1_000;
    private static final Shape<String> TEXT = Shapes.line(LONGEST);

    /**
     * @param ids gives the ids of the new task and its reminders where the body brings none
     * @throws dev.almanac.api.problem.ProblemException of type {@code validation} where a value is not as agreed
     */
    public static QuickAddRequest read(JsonBody body, Supplier<UUID> ids) {
        return Bodies.read(body, (fields, place) -> {
            var text = fields.required("text", TEXT);
            var at = fields.optional("at", Shapes.INSTANT);
            var zone = fields.optional("timeZone", Shapes.ZONE);
            var rest = fields.optional("task", Fields.OBJECT.then((task, _) -> TaskRequests.createUntitled(task, ids)));
            fields.refuseOthers();
            return text.map(line -> new QuickAddRequest(
                    line,
                    at,
                    zone.map(ZoneId::of),
                    rest.orElseGet(() -> new CreateTask(
                            ids.get(), null, TaskPatch.newBuilder().build(), null))));
        });
    }

    /** The day of a time of day that the line tells without one. */
    public Optional<LocalDate> usualDay() {
        return rest.getFields()
                .getDue()
                .flatMap(due -> due.getDate().or(() -> due.getDateTime().map(LocalDateTime::toLocalDate)));
    }

    /**
     * The task that is meant.
     *
     * @throws dev.almanac.api.problem.ProblemException of type {@code validation} where that can't be one
     */
    public CreateTask task(Understood understood, Supplier<UUID> ids) {
        var title = understood.title();
        if (title.codePointCount(0, title.length()) > TaskFields.LONGEST_TITLE) {
            throw Problem.validation(List.of(new Violation(
                            "/text", "expected a title of at most %d characters".formatted(TaskFields.LONGEST_TITLE))))
                    .exception();
        }
        var other = rest.getFields();
        var fields = new TaskPatch(
                title,
                other.getNotes().orElse(null),
                understood.priority().or(other::getPriority).orElse(null),
                tags(understood),
                other.getStart().orElse(null),
                understood.due().or(other::getDue).orElse(null),
                other.getEstimate().orElse(null),
                other.getAssignee().orElse(null),
                other.getParentId().orElse(null),
                reminders(understood, ids),
                understood.recurrence().or(other::getRecurrence).orElse(null),
                other.getClear());
        return new CreateTask(
                rest.getId(),
                understood.listId().or(rest::getListId).orElse(null),
                fields,
                rest.getPlacement().orElse(null));
    }

    private @Nullable List<String> tags(Understood understood) {
        var others = rest.getFields().getTags();
        return understood.tags().isEmpty()
                ? others.orElse(null)
                : TagsShape.joined(others.orElse(List.of()), understood.tags());
    }

    private @Nullable List<ReminderRequest> reminders(Understood understood, Supplier<UUID> ids) {
        var others = rest.getFields().getReminders();
        if (understood.reminders().isEmpty()) {
            return others.orElse(null);
        }
        var told = understood.reminders().stream().map(reminding -> switch (reminding) {
            case Reminding.At(var moment) -> new ReminderRequest(ids.get(), moment, null, null);
            case Reminding.FromDue(var offset) -> new ReminderRequest(ids.get(), null, offset, null);
        });
        return Stream.concat(others.stream().flatMap(List::stream), told)
                .limit(RemindersShape.MOST)
                .toList();
    }
}
