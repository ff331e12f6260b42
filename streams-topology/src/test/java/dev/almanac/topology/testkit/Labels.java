package dev.almanac.topology.testkit;

import dev.almanac.schemas.id.Ids;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Names for ids, so that a test says {@code "milk"} and a failure does too. */
public final class Labels {
    private static final UUID NAMESPACE = new UUID(0, 1);
    private static final Map<UUID, String> KNOWN = new ConcurrentHashMap<>();

    private Labels() {}

    public static UUID id(String label) {
        UUID id = Ids.v5(NAMESPACE, label);
        KNOWN.put(id, label);
        return id;
    }

    public static String label(UUID id) {
        return KNOWN.getOrDefault(id, id.toString());
    }
}
