package dev.almanac.topology.testkit;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Idempotency;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Something that someone asks for.
 *
 * @param actor empty for Almanac itself
 * @param key the idempotency key, and after it the fingerprint of the request
 */
public record Act(Optional<String> actor, List<Operation> operations, boolean atomic, Optional<Idempotency> key) {
    /** Who asks where a test does not say: the owner of the workspace. */
    public static final String OWNER = "ann";

    static Act of(Operation operation) {
        return new Act(Optional.of(OWNER), List.of(operation), true, Optional.empty());
    }

    public static Act atomically(Act... acts) {
        return together(true, acts);
    }

    public static Act separately(Act... acts) {
        return together(false, acts);
    }

    private static Act together(boolean atomic, Act... acts) {
        List<Operation> operations =
                List.of(acts).stream().flatMap(act -> act.operations.stream()).toList();
        return new Act(Optional.of(OWNER), operations, atomic, Optional.empty());
    }

    public Act by(String someone) {
        return new Act(Optional.of(someone), operations, atomic, key);
    }

    public Act bySystem() {
        return new Act(Optional.empty(), operations, atomic, key);
    }

    public Act expecting(long version) {
        List<Operation> expecting = operations.stream()
                .map(operation -> expecting(version, operation))
                .toList();
        return new Act(actor, expecting, atomic, key);
    }

    private static Operation expecting(long version, Operation operation) {
        Operation copy = new Operation();
        for (int i = 0; i < operation.getSchema().getFields().size(); i++) {
            copy.put(i, operation.get(i));
        }
        copy.put(Operation.getClassSchema().getField("expectedVersion").pos(), version);
        return copy;
    }

    public Act withKey(String idempotencyKey, String fingerprint) {
        return new Act(actor, operations, atomic, Optional.of(new Idempotency(idempotencyKey, fingerprint)));
    }

    /** Only what is asked for, and by labels. */
    @Override
    public String toString() {
        String asked = operations.stream()
                .map(operation -> operation.getSchema().getFields().stream()
                        .filter(field -> operation.get(field.pos()) != null)
                        .map(field -> field.name() + " " + operation.get(field.pos()))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", atomic ? "atomically " : "separately ", ""));
        return actor.orElse("Almanac") + " " + Labels.inText(asked);
    }

    public Command toCommand(UUID commandId, UUID workspaceId, Instant issuedAt) {
        return new Command(
                commandId,
                workspaceId,
                actor.map(name -> new Actor(Labels.id(name), ActorKind.USER, name))
                        .orElseGet(() -> new Actor(Ids.SYSTEM, ActorKind.SYSTEM, null)),
                issuedAt,
                new Origin("192.0.2.1", "test"),
                key.orElse(null),
                null,
                null,
                atomic,
                operations);
    }
}
