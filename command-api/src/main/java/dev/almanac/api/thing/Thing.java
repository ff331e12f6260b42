package dev.almanac.api.thing;

import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.EntityState;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.core.JsonGenerator;

/**
 * One thing of a workspace.
 *
 * @param name of the field that holds it, where it is not the whole of a body
 * @param state as the topology last told it
 * @param version 1 when it was made, one more with each change
 * @param path of it below its workspace
 */
public record Thing(String name, SpecificRecord state, long version, UUID workspaceId, String path) {
    private static final String WORKSPACES = "/api/v1/workspaces/";

    /** The thing that a state holds; empty where it holds none that is known here. */
    public static Optional<Thing> of(EntityState state) {
        return Stream.of(
                        state.getTask()
                                .map(it -> new Thing(
                                        "task", it, it.getVersion(), it.getWorkspaceId(), "/tasks/" + it.getId())),
                        state.getComment()
                                .map(it -> new Thing(
                                        "comment",
                                        it,
                                        it.getVersion(),
                                        it.getWorkspaceId(),
                                        "/tasks/" + it.getTaskId() + "/comments/" + it.getId())),
                        state.getList()
                                .map(it -> new Thing(
                                        "list", it, it.getVersion(), it.getWorkspaceId(), "/lists/" + it.getId())),
                        state.getFilter()
                                .map(it -> new Thing(
                                        "filter", it, it.getVersion(), it.getWorkspaceId(), "/filters/" + it.getId())),
                        state.getMember()
                                .map(it -> new Thing(
                                        "member",
                                        it,
                                        it.getVersion(),
                                        it.getWorkspaceId(),
                                        "/members/" + it.getUserId())),
                        state.getWorkspace().map(it -> new Thing("workspace", it, it.getVersion(), it.getId(), "")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Where it can be read. */
    public URI location() {
        return URI.create(WORKSPACES + workspaceId + path);
    }

    /** Its version, as the header {@code ETag} has it. */
    public String entityTag() {
        return "\"" + version + "\"";
    }

    /** Writes it as a field of the object that the generator is in. */
    public void write(JsonGenerator generator) {
        generator.writeName(name);
        AvroJson.write(state, generator);
    }
}
