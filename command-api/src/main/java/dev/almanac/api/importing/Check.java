package dev.almanac.api.importing;

import dev.almanac.api.accept.ImportedThings;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.Violation;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Looks through a whole file before any of it is taken: each thing by itself, and whether what it speaks of is there. */
final class Check {
    private static final int MOST_TOLD = 50;
    private static final int MOST_LISTS = 500;
    private static final int MOST_LEVELS = 5;
    private static final int MOST_IN_A_TREE = 250;
    private static final int MOST_RULES = 1_000;

    private final ImportedThings things;
    private final int mostThings;
    private final List<Violation> faults = new ArrayList<>();
    private final IdSet lists = new IdSet();
    private final IdSet tasks = new IdSet();
    private final IdSet trash = new IdSet();
    private final Map<UUID, Subtask> subtasks = new HashMap<>();
    private final Map<UUID, String> listsInUse = new HashMap<>();
    private final Set<Plan.RuleInUse> rules = new HashSet<>();
    private int count;

    private record Subtask(UUID parent, boolean trashed, String section, int number) {}

    Check(ImportedThings things, int mostThings) {
        this.things = things;
        this.mostThings = mostThings;
    }

    /** @throws dev.almanac.api.problem.ProblemException of type {@code validation} that tells what is wrong and where */
    Plan of(Source source, InputStream file) throws IOException {
        try {
            source.read(file, this::look);
        } catch (MalformedFileException malformed) {
            fault(malformed.pointer(), String.valueOf(malformed.getMessage()));
        }
        listsInUse.forEach((list, pointer) -> {
            if (!lists.contains(list)) {
                fault(pointer + "/listId", "expected the id of a list of this file");
            }
        });
        var depths = depths();
        if (count == 0 && faults.isEmpty()) {
            fault("", "expected at least one thing to import");
        }
        if (!faults.isEmpty()) {
            throw Problem.validation(faults).exception();
        }
        var levels = 1 + depths.values().stream().mapToInt(depth -> depth).max().orElse(0);
        return new Plan(lists.size(), tasks.size(), count - lists.size() - tasks.size(), levels, depths, rules);
    }

    private void look(Item item) {
        count++;
        if (count == mostThings + 1) {
            fault(item.pointer(), "expected at most %,d things in a file".formatted(mostThings));
        }
        if (count > mostThings || faults.size() >= MOST_TOLD) {
            return;
        }
        switch (item.kind()) {
            case LIST -> sound(item, things.list(item.json()), this::list);
            case TASK -> sound(item, things.task(item.json()), task -> task(item, task));
            case COMMENT -> sound(item, things.comment(item.json()), this::comment);
        }
    }

    private <T> void sound(Item item, ImportedThings.Read<T> read, Function<T, List<Violation>> next) {
        read.faults().forEach(fault -> fault(item.pointer() + fault.pointer(), fault.detail()));
        read.thing().stream()
                .flatMap(thing -> next.apply(thing).stream())
                .forEach(fault -> fault(item.pointer() + fault.pointer(), fault.detail()));
    }

    private List<Violation> list(TaskList list) {
        if (!lists.add(list.getId())) {
            return List.of(new Violation("/id", "is the id of an earlier list"));
        }
        return lists.size() > MOST_LISTS
                ? List.of(new Violation("", "expected at most %d lists".formatted(MOST_LISTS)))
                : List.of();
    }

    private List<Violation> comment(Comment comment) {
        return tasks.contains(comment.getTaskId())
                ? List.of()
                : List.of(new Violation("/taskId", "expected the id of an earlier task of this file"));
    }

    private List<Violation> task(Item item, Task.Builder task) {
        List<Violation> wrong = new ArrayList<>();
        if (!tasks.add(task.getId())) {
            wrong.add(new Violation("/id", "is the id of an earlier task"));
        }
        if (task.getDeletedAt() != null) {
            trash.add(task.getId());
        }
        if (task.hasListId()) {
            listsInUse.putIfAbsent(task.getListId(), item.pointer());
        }
        Optional.ofNullable(task.getParentId())
                .ifPresent(parent -> subtasks.put(
                        task.getId(), new Subtask(parent, task.getDeletedAt() != null, item.section(), item.number())));
        if (startsAfterDue(task)) {
            wrong.add(new Violation("/start", "expected a start that is not after it is due"));
        }
        Optional.ofNullable(task.getRecurrence())
                .filter(recurrence -> recurrence.getSuccessor().isEmpty())
                .ifPresent(recurrence -> repeat(item, task, recurrence, wrong));
        return wrong;
    }

    private void repeat(Item item, Task.Builder task, Recurrence recurrence, List<Violation> wrong) {
        if (Optional.ofNullable(task.getParentId()).isPresent()) {
            wrong.add(new Violation("/recurrence", "expected none of a subtask, which comes again with its parent"));
        } else if (Optional.ofNullable(task.getDue()).isEmpty()) {
            wrong.add(new Violation("/recurrence", "expected a due date, from which it is reckoned"));
        } else if (rules.size() < MOST_RULES) {
            var due = Optional.ofNullable(task.getDue()).get();
            rules.add(new Plan.RuleInUse(
                    recurrence.getRule(), due.getDate().isPresent(), local(due), item.pointer() + "/recurrence/rule"));
        }
    }

    private static String local(TaskDate date) {
        return date.getDate()
                .map(Object::toString)
                .or(() -> date.getDateTime().map(Object::toString))
                .orElseThrow();
    }

    private static boolean startsAfterDue(Task.Builder task) {
        return Optional.ofNullable(task.getStart()).isPresent()
                && Optional.ofNullable(task.getDue()).isPresent()
                && Dates.startsAfter(
                        Optional.ofNullable(task.getStart()).get(),
                        Optional.ofNullable(task.getDue()).get());
    }

    /** How deep each subtask is. */
    private Map<UUID, Integer> depths() {
        Map<UUID, Integer> depths = HashMap.newHashMap(subtasks.size());
        Map<UUID, Integer> sizes = new HashMap<>();
        subtasks.forEach((id, subtask) -> {
            var pointer = "/" + subtask.section() + "/" + subtask.number() + "/parentId";
            var depth = 1;
            var top = subtask.parent();
            while (subtasks.containsKey(top) && depth < MOST_LEVELS) {
                top = subtasks.get(top).parent();
                depth++;
            }
            if (depth == MOST_LEVELS) {
                fault(pointer, "expected at most %d levels of tasks, and no circle".formatted(MOST_LEVELS));
            } else if (!subtask.trashed() && trash.contains(subtask.parent())) {
                fault(pointer, "expected the id of a task that is not in the trash");
            } else if (!tasks.contains(top)) {
                fault(pointer, "expected the id of a task of this file");
            } else if (sizes.merge(top, 2, (size, _) -> size + 1) > MOST_IN_A_TREE) {
                fault(pointer, "expected at most %d tasks in a tree".formatted(MOST_IN_A_TREE));
            }
            depths.put(id, depth);
        });
        return depths;
    }

    private void fault(String pointer, String detail) {
        if (faults.size() < MOST_TOLD) {
            faults.add(new Violation(pointer, detail));
        }
    }
}
