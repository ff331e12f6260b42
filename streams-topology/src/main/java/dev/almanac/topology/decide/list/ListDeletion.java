package dev.almanac.topology.decide.list;

import dev.almanac.schemas.command.DeleteList;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.ListDeleted;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Deletes a list. Its tasks count as in the trash at once; {@link ListTrashing} brings them there. */
public final class ListDeletion {
    private ListDeletion() {}

    public static Ruling decide(Attempt attempt, DeleteList asked) {
        Optional<TaskList> found = attempt.state().list(asked.getId());
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("list"));
        }
        TaskList before = found.get();
        if (before.getDeletedAt().isPresent()) {
            return new Ruling.Unchanged(Optional.empty());
        }
        if (attempt.expectsOtherThan(before.getVersion())) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.of(EntityStates.of(before))));
        }
        if (attempt.state().workspace().orElseThrow().getInboxId().equals(before.getId())) {
            return new Ruling.Refused(Rejections.conflict("The inbox can't be deleted."));
        }
        EventMetadata metadata = attempt.stamp();
        TaskList after = new TaskList(
                before.getId(),
                before.getWorkspaceId(),
                before.getName(),
                before.getColor().orElse(null),
                before.getPosition(),
                before.getCreatedAt(),
                before.getCreatedBy(),
                attempt.now(),
                attempt.now(),
                before.getVersion() + 1,
                metadata.getSeq());
        return new Ruling.Changed(
                List.of(new ListDeleted(metadata, after)), Optional.of(EntityStates.of(before)), Optional.empty());
    }
}
