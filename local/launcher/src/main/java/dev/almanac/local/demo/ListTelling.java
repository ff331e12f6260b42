package dev.almanac.local.demo;

import dev.almanac.schemas.id.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells of one list: its tasks in one atomic batch, then what the others say about them. */
final class ListTelling {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final WorkspaceTelling telling;
    private final String path;
    private final UUID listId;
    private final Story.TaskList list;
    private final ArrayNode operations = JSON.createArrayNode();
    private final Map<Person, ArrayNode> comments = new LinkedHashMap<>();
    private int tasks;
    private long seq;

    /** @param path of the workspace */
    ListTelling(WorkspaceTelling telling, String path, UUID listId, Story.TaskList list) {
        this.telling = telling;
        this.path = path;
        this.listId = listId;
        this.list = list;
        list.tasks().forEach(task -> add(task, Optional.empty()));
    }

    /** @return how many tasks were added: all, or none where they are there already */
    int tell() throws InterruptedException {
        Api own = telling.user().api();
        if (list.name().isPresent()) {
            ObjectNode body = JSON.createObjectNode()
                    .put("id", listId.toString())
                    .put("name", list.name().get());
            list.color().ifPresent(color -> body.put("color", color));
            note(own.write("POST", path + "/lists", body, Map.of()));
        }
        boolean made = note(own.write("POST", path + "/batch", batch(operations), Map.of()));
        for (Map.Entry<Person, ArrayNode> said : comments.entrySet()) {
            note(said.getKey().api().write("POST", path + "/batch", batch(said.getValue()), Map.of()));
        }
        return made ? tasks : 0;
    }

    /** With which all of it can be read. */
    long seq() {
        return seq;
    }

    private boolean note(Written written) {
        return switch (written) {
            case Written.Made made -> {
                seq = Math.max(seq, made.seq());
                yield true;
            }
            case Written.Left _ -> false;
        };
    }

    private static ObjectNode batch(ArrayNode operations) {
        return JSON.createObjectNode().put("atomic", true).set("operations", operations);
    }

    private void add(Story.Task task, Optional<UUID> parent) {
        UUID id = Ids.v5(parent.orElse(listId), "demo/" + task.title());
        ObjectNode body = JSON.createObjectNode()
                .put("id", id.toString())
                .put("listId", listId.toString())
                .put("title", task.title());
        parent.ifPresent(of -> body.put("parentId", of.toString()));
        task.notes().ifPresent(notes -> body.put("notes", notes));
        task.priority().ifPresent(priority -> body.put("priority", priority));
        task.start().ifPresent(start -> body.set("start", start.from(telling.today(), telling.zone())));
        task.due().ifPresent(due -> body.set("due", due.from(telling.today(), telling.zone())));
        task.estimate().ifPresent(estimate -> body.put("estimate", estimate));
        task.assignee()
                .ifPresent(
                        name -> body.put("assignee", telling.person(name).id().toString()));
        task.repeat().ifPresent(rule -> body.putObject("recurrence").put("rule", rule));
        task.remind().forEach(offset -> body.withArray("reminders").addObject().put("offset", offset));
        task.tags().forEach(body.withArray("tags")::add);
        operations.addObject().put("op", "create").set("task", body);
        tasks++;
        task.subtasks().forEach(subtask -> add(subtask, Optional.of(id)));
        if (task.done()) {
            operations.addObject().put("op", "complete").put("id", id.toString());
        }
        task.comments().forEach(comment -> say(comment, id));
    }

    private void say(Story.Comment comment, UUID task) {
        ArrayNode by = comment.by()
                .map(telling::person)
                .map(person -> comments.computeIfAbsent(person, _ -> JSON.createArrayNode()))
                .orElse(operations);
        by.addObject()
                .put("op", "comment")
                .put("id", task.toString())
                .set(
                        "comment",
                        JSON.createObjectNode()
                                .put(
                                        "id",
                                        Ids.v5(task, "demo/" + comment.text()).toString())
                                .put("text", comment.text()));
    }
}
