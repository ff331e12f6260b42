package dev.almanac.api.query;

import java.util.UUID;

/**
 * A workspace as its member finds it in a list.
 *
 * @param role what the member may do in it, as the contract spells it
 * @param personal whether it is the member's own
 */
record WorkspaceSummary(UUID id, String name, String role, boolean personal) {}
