package dev.almanac.api.contract.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Spoils JSON: what it says, or how it is written. */
final class Damage {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Half of a surrogate pair can be written only so. */
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "\u0000",
            "\ud800",
            "\udc00x",
            "\u202e",
            "\u2028",
            "a\nb",
            "x".repeat(501),
            "🥛".repeat(300),
            "e\u0301".repeat(200),
            "-P1D",
            "PT0S",
            "PT9999999999999H",
            "2026-02-30",
            "+999999999-01-01",
            "2026-11-30T09:00:00.5",
            "Mars/Olympus",
            "+02:00",
            "#12345g",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "'; drop table task; --",
            "${jndi:ldap://localhost/x}",
            "<script>alert(1)</script>",
            "../../etc/passwd");

    private final Random random;

    Damage(Random random) {
        this.random = random;
    }

    /** The JSON as text, changed in up to so many places; in some cases it is none any more. */
    byte[] of(JsonNode json, int places) {
        var damaged = json.deepCopy();
        for (var place = 0; place < places; place++) {
            damaged = change(damaged);
        }
        var text = ESCAPING.writeValueAsString(damaged).getBytes(UTF_8);
        return places > 0 && random.nextInt(5) == 0 ? spoil(text) : text;
    }

    private JsonNode change(JsonNode json) {
        var containers = new ArrayList<JsonNode>();
        collect(json, containers);
        if (containers.isEmpty() || random.nextInt(10) == 0) {
            return anything(2);
        }
        switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object -> change(object);
            case ArrayNode array -> change(array);
            default -> throw new IllegalStateException("Neither an object nor an array");
        }
        return json;
    }

    private void change(ObjectNode object) {
        var names = new ArrayList<>(object.propertyNames());
        if (names.isEmpty() || random.nextInt(3) == 0) {
            object.set(name(), anything(2));
            return;
        }
        var name = names.get(random.nextInt(names.size()));
        if (random.nextInt(3) == 0) {
            object.remove(name);
        } else {
            object.set(name, anything(2));
        }
    }

    private void change(ArrayNode array) {
        if (array.isEmpty() || random.nextBoolean()) {
            array.add(anything(2));
        } else {
            array.set(random.nextInt(array.size()), anything(1));
        }
    }

    /** Names that mean something elsewhere are the more likely mistake. */
    private String name() {
        return random.nextBoolean()
                ? List.of("id", "title", "status", "version", "seq", "position", "op", "task", "x")
                        .get(random.nextInt(9))
                : STRANGE.get(random.nextInt(STRANGE.size()));
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(random.nextGaussian());
            case 4 -> JSON.numberNode(BigInteger.TEN.pow(random.nextInt(1_200)));
            case 5 -> JSON.numberNode(new BigDecimal("1e999999999"));
            case 6, 7 -> JSON.stringNode(STRANGE.get(random.nextInt(STRANGE.size())));
            case 8 -> JSON.arrayNode().add(anything(depth - 1)).add(anything(depth - 1));
            case 9 -> JSON.objectNode().set(name(), anything(depth - 1));
            default -> nested(random.nextInt(40));
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode nested = JSON.arrayNode();
        for (var level = 0; level < depth; level++) {
            nested = JSON.arrayNode().add(nested);
        }
        return nested;
    }

    private byte[] spoil(byte[] text) {
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(text, random.nextInt(text.length + 1));
            case 1 -> new byte[0];
            case 2 -> (new String(text, UTF_8) + "}").getBytes(UTF_8);
            case 3 -> new String(text, UTF_8).getBytes(java.nio.charset.StandardCharsets.UTF_16);
            default -> {
                var flipped = text.clone();
                if (flipped.length > 0) {
                    flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
                }
                yield flipped;
            }
        };
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node instanceof ContainerNode<?>) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
