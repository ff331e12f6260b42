package dev.almanac.api.dispatch;

import dev.almanac.schemas.result.CommandResult;
import java.util.UUID;

/** What became of a command that was sent. */
public sealed interface Dispatched {
    /** It has been decided, for good. */
    record Answered(CommandResult result) implements Dispatched {}

    /** It has been taken, for good, but its answer has not come here in time; it can be asked for by this id. */
    record Pending(UUID commandId) implements Dispatched {}
}
