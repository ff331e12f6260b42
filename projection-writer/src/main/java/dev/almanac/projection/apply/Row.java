package dev.almanac.projection.apply;

import dev.almanac.schemas.model.EntityKind;
import java.util.UUID;

/**
 * One thing as the read model holds it: typed columns for what queries filter and sort by, and the contract's JSON for
 * what they return. It follows from the event alone.
 */
public sealed interface Row permits WorkspaceRow, MemberRow, ListRow, TaskRow, CommentRow, FilterRow {
    UUID workspaceId();

    EntityKind kind();

    /** Of the thing in its workspace; a member's is the user's id. */
    UUID id();

    /** Of the event that the row comes from. */
    long seq();

    /** Of the thing, from 1. */
    long version();

    /** The contract's JSON. */
    String state();
}
