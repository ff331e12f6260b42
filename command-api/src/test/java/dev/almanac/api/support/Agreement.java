package dev.almanac.api.support;

import static dev.almanac.api.support.Facts.accepted;
import static dev.almanac.api.support.Facts.gone;

import dev.almanac.schemas.command.AddComment;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.CreateFilter;
import dev.almanac.schemas.command.CreateList;
import dev.almanac.schemas.command.CreateWorkspace;
import dev.almanac.schemas.command.DeleteComment;
import dev.almanac.schemas.command.DeleteFilter;
import dev.almanac.schemas.command.DeleteList;
import dev.almanac.schemas.command.EditComment;
import dev.almanac.schemas.command.EditFilter;
import dev.almanac.schemas.command.EditList;
import dev.almanac.schemas.command.EditWorkspace;
import dev.almanac.schemas.command.LinkCalendar;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.RemoveMember;
import dev.almanac.schemas.command.SetMember;
import dev.almanac.schemas.command.UnlinkCalendar;
import dev.almanac.schemas.model.Profile;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import org.apache.avro.specific.SpecificRecord;

/** The answers of a topology that agrees to everything: each operation's is of the kind that the real one would give. */
public final class Agreement {
    private static final int SEQ = 7;

    private Agreement() {}

    public static CommandResult with(Command command) {
        return ScriptedTopology.result(
                command,
                SEQ,
                command.getOperations().stream()
                        .map(operation -> outcome(command, action(operation)))
                        .toList());
    }

    /** The one thing that an operation does. */
    public static SpecificRecord action(Operation operation) {
        return operation.getSchema().getFields().stream()
                .map(field -> operation.get(field.pos()))
                .filter(SpecificRecord.class::isInstance)
                .map(SpecificRecord.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(Command command, SpecificRecord action) {
        return switch (action) {
            case CreateWorkspace _, EditWorkspace _ ->
                accepted(Facts.workspace(
                        command.getWorkspaceId(),
                        command.getWorkspaceId().equals(command.getActor().getUserId())
                                ? new Profile("Ada L.", "Asia/Tokyo")
                                : null));
            case SetMember _, UnlinkCalendar _ -> accepted(Facts.member());
            case LinkCalendar it -> accepted(Facts.linked(it.getLinkId()));
            case CreateList _, EditList _ -> accepted(Facts.list());
            case AddComment _, EditComment _ -> accepted(Facts.comment());
            case CreateFilter _, EditFilter _ -> accepted(Facts.filter());
            case RemoveMember _, DeleteList _, DeleteComment _, DeleteFilter _ -> gone();
            default -> accepted(Facts.state(Facts.task(2)));
        };
    }
}
