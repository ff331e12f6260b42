package dev.almanac.local.demo;

import dev.almanac.schemas.id.Ids;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells of one workspace: first the place and who is there, then a list and its tasks after the other.
 *
 * @param user whose story it is
 * @param people the others, by the name that they sign in by
 */
record WorkspaceTelling(Person user, Map<String, Person> people, LocalDate today, ZoneId zone) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @return how many tasks were added */
    int tell(Story.Workspace workspace) throws InterruptedException {
        UUID id = place(workspace);
        String path = "/workspaces/" + id;
        long last = 0;
        int added = 0;
        for (Story.TaskList list : workspace.lists()) {
            ListTelling telling =
                    new ListTelling(this, path, list.name().isPresent() ? listId(id, list) : Ids.inbox(id), list);
            added += telling.tell();
            last = Math.max(last, telling.seq());
        }
        user.api().await(path + "/tasks?limit=1", last);
        return added;
    }

    private UUID place(Story.Workspace workspace) throws InterruptedException {
        if (workspace.name().isEmpty()) {
            return user.id();
        }
        // A header takes no spaces.
        String key = "demo/" + workspace.name().get().replace(' ', '-');
        UUID id = Ids.workspace(user.id(), key);
        Optional<JsonNode> existing = user.api().find("/workspaces/" + id);
        if (existing.isEmpty()) {
            ObjectNode body =
                    JSON.createObjectNode().put("name", workspace.name().get());
            user.api().write("POST", "/workspaces", body, Map.of("Idempotency-Key", key));
        }
        for (Story.Member member : workspace.members()) {
            Person person = person(member.name());
            if (existing.filter(place -> hasMember(place, person.id())).isEmpty()) {
                ObjectNode body =
                        JSON.createObjectNode().put("role", member.role()).put("displayName", member.displayName());
                user.api().write("PUT", "/workspaces/" + id + "/members/" + person.id(), body, Map.of());
            }
        }
        return id;
    }

    private static boolean hasMember(JsonNode workspace, UUID user) {
        return workspace
                .get("members")
                .valueStream()
                .anyMatch(member -> member.get("userId").asString().equals(user.toString()));
    }

    private static UUID listId(UUID workspace, Story.TaskList list) {
        return Ids.v5(workspace, "demo/" + list.name().orElseThrow());
    }

    Person person(String name) {
        Person found = people.get(name);
        if (found == null) {
            throw new IllegalStateException("The story has nobody called " + name);
        }
        return found;
    }
}
