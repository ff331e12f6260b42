package dev.almanac.topology.testkit;

import dev.almanac.schemas.id.Ids;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for ids, so that a test says {@code "milk"} and a failure does too. */
public final class Labels {
    private static final UUID NAMESPACE = new UUID(0, 1);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
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

    /** A text with the labels in place of the ids. */
    static String inText(String text) {
        return ID.matcher(text).replaceAll(id -> Matcher.quoteReplacement(label(UUID.fromString(id.group()))));
    }
}
