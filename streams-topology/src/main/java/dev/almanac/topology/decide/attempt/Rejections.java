package dev.almanac.topology.decide.attempt;

import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.result.RejectionCode;
import java.util.List;
import java.util.Optional;

/** Why operations are refused, in sentences for a person. Pointers are JSON pointers into the operation's body. */
public final class Rejections {
    private Rejections() {}

    public static Rejection workspaceNotFound() {
        return of(RejectionCode.WORKSPACE_NOT_FOUND, "There is no such workspace, or you are not a member of it.");
    }

    public static Rejection forbidden(String detail) {
        return of(RejectionCode.FORBIDDEN, detail);
    }

    /** @param thing such as {@code task} */
    public static Rejection notFound(String thing) {
        return of(RejectionCode.NOT_FOUND, "There is no such " + thing + ".");
    }

    /** @param thing such as {@code task} */
    public static Rejection idTaken(String thing) {
        return new Rejection(
                RejectionCode.ID_TAKEN, "There is a " + thing + " with this id already.", "/id", null, List.of());
    }

    /** @param current what is there; empty where nothing is */
    public static Rejection versionMismatch(Optional<EntityState> current) {
        String detail = current.isPresent()
                ? "It has changed since the version that was expected."
                : "A version was expected of a thing that does not exist.";
        return new Rejection(RejectionCode.VERSION_MISMATCH, detail, null, current.orElse(null), List.of());
    }

    public static Rejection invalid(String pointer, String detail) {
        return new Rejection(RejectionCode.INVALID, detail, pointer, null, List.of());
    }

    public static Rejection conflict(String detail) {
        return of(RejectionCode.CONFLICT, detail);
    }

    /** A value that may be asked for, but not as things are. */
    public static Rejection conflict(String pointer, String detail) {
        return new Rejection(RejectionCode.CONFLICT, detail, pointer, null, List.of());
    }

    /**
     * An action that can't be taken back.
     *
     * @param fields that stand in the way, as the schema of the thing spells them
     * @param current the thing as it is
     */
    public static Rejection undoConflict(String detail, List<String> fields, Optional<EntityState> current) {
        return new Rejection(RejectionCode.CONFLICT, detail, null, current.orElse(null), fields);
    }

    public static Rejection limitExceeded(String detail) {
        return of(RejectionCode.LIMIT_EXCEEDED, detail);
    }

    /** A value that would pass a bound as things are. */
    public static Rejection limitExceeded(String pointer, String detail) {
        return new Rejection(RejectionCode.LIMIT_EXCEEDED, detail, pointer, null, List.of());
    }

    public static Rejection idempotencyMismatch() {
        return of(
                RejectionCode.IDEMPOTENCY_MISMATCH, "This idempotency key has been used with another request before.");
    }

    private static Rejection of(RejectionCode code, String detail) {
        return new Rejection(code, detail, null, null, List.of());
    }
}
