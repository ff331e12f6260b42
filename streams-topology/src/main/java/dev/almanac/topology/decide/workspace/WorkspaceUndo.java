package dev.almanac.topology.decide.workspace;

import dev.almanac.schemas.command.EditWorkspace;
import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Profile;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Difference;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes back that the workspace's name or profile was changed. */
public final class WorkspaceUndo {
    private static final Map<String, Function<Workspace, Object>> FIELDS = fields();

    private WorkspaceUndo() {}

    private static Map<String, Function<Workspace, Object>> fields() {
        Map<String, Function<Workspace, Object>> fields = new LinkedHashMap<>();
        fields.put("name", Workspace::getName);
        fields.put("profile", Workspace::getProfile);
        return fields;
    }

    public static Ruling decide(Attempt attempt, Undo asked) {
        Workspace now = attempt.state().workspace().orElseThrow();
        Optional<Workspace> before = asked.getBefore().flatMap(EntityState::getWorkspace);
        Optional<Workspace> after = asked.getAfter().flatMap(EntityState::getWorkspace);
        if (before.isEmpty() || after.isEmpty()) {
            return new Ruling.Refused(Rejections.undoConflict(
                    "That a workspace was made can't be taken back.", List.of(), Optional.of(EntityStates.of(now))));
        }
        return Difference.between(before.get(), after.get(), FIELDS)
                .undo(now, EntityStates.of(now), difference -> WorkspaceEdit.decide(attempt, request(difference)));
    }

    private static EditWorkspace request(Difference<Workspace> difference) {
        Workspace before = difference.before();
        Optional<Profile> profile = difference.has("profile") ? before.getProfile() : Optional.empty();
        return EditWorkspace.newBuilder()
                .setName(difference.has("name") ? before.getName() : null)
                .setDisplayName(profile.flatMap(Profile::getDisplayName).orElse(null))
                .setTimeZone(profile.map(Profile::getTimeZone).orElse(null))
                .build();
    }
}
