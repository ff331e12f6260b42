package dev.almanac.api.accept;

import dev.almanac.schemas.command.CreateWorkspace;
import dev.almanac.schemas.command.EditWorkspace;
import dev.almanac.schemas.command.SetMember;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Role;
import java.util.Optional;
import java.util.UUID;

/**
 * The bodies of requests about workspaces, their members and the user's own profile. All throw a problem of type
 * {@code validation} where a value is not as agreed.
 */
public final class WorkspaceRequests {
    private static final Shape<String> NAME = Shapes.line(200);
    private static final Shape<Role> ROLE = Shapes.choice(Role.class);

    private WorkspaceRequests() {}

    /** @param id of the new workspace */
    public static CreateWorkspace create(UUID id, JsonBody body) {
        return Bodies.read(body, (fields, place) -> {
            var name = fields.required("name", NAME);
            fields.refuseOthers();
            return name.map(given -> new CreateWorkspace(given, Ids.inbox(id)));
        });
    }

    public static EditWorkspace patch(JsonBody body) {
        return Bodies.read(body, (fields, place) -> {
            var edit = EditWorkspace.newBuilder();
            fields.changeToValue("name", NAME).ifPresent(edit::setName);
            fields.refuseOthers();
            return Optional.of(edit.build());
        });
    }

    /** The user's own settings, which the personal workspace keeps. */
    public static EditWorkspace profile(JsonBody body) {
        return Bodies.read(body, (fields, place) -> {
            var edit = EditWorkspace.newBuilder();
            fields.changeToValue("displayName", NAME).ifPresent(edit::setDisplayName);
            fields.changeToValue("timeZone", Shapes.ZONE).ifPresent(edit::setTimeZone);
            fields.refuseOthers();
            return Optional.of(edit.build());
        });
    }

    public static SetMember member(UUID userId, JsonBody body) {
        return Bodies.read(body, (fields, place) -> {
            var role = fields.required("role", ROLE);
            var displayName = fields.optional("displayName", NAME);
            fields.refuseOthers();
            return role.map(given -> new SetMember(userId, given, displayName.orElse(null)));
        });
    }
}
