package dev.almanac.topology.query;

import dev.almanac.topology.store.StoredWorkspace;
import java.util.UUID;
import java.util.function.Function;

/**
 * A read, before it is known which instance serves it.
 *
 * @param target path and query, as they came
 * @param syncToken the seq that the store must have, 0 for any
 * @param forwarded whether another instance has sent it here
 * @param find answers from the state, once that is found
 */
record ReadRequest(
        UUID workspaceId, String target, long syncToken, boolean forwarded, Function<StoredWorkspace, Answer> find) {
    /** Answers from a store, or says that it is not far enough. */
    Answer answer(StoredWorkspace workspace) {
        long seq = workspace.seq();
        return seq < syncToken ? new Answer.Behind(seq) : find.apply(workspace);
    }
}
