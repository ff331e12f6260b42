package dev.almanac.api.contract.fuzz;

import dev.almanac.api.support.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Requests for the calls of the contract: some right, some nearly so, some not at all. */
final class RandomRequests {
    private static final List<String> NO_IDS = List.of(
            "x",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "%00",
            "%2e%2e",
            "%20" + Facts.TASK,
            Facts.TASK + "%0a",
            "%F0%9F%A5%9B",
            "a;b=c");
    private static final List<String> HEADER_VALUES = List.of(
            "",
            " ",
            "*",
            "\"7\"",
            "\"0\"",
            "W/\"7\"",
            "\"7\", \"8\"",
            "7",
            "-1",
            "99999999999999999999",
            "a b",
            "äöü",
            "x".repeat(300));
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/merge-patch+json",
            "application/json;charset=utf-16",
            "text/plain",
            "application/xml",
            "*/*",
            "nonsense",
            "multipart/form-data; boundary=x");
    private static final List<String> QUERIES = List.of(
            "a=b",
            "limit=1",
            "limit=200",
            "since=0",
            "since=1&limit=1",
            "sort=-priority,due",
            "trash=true",
            "filter=status%20%3D%20open%20and%20due%20%3C%3D%20today",
            "filter=not%20(tag%20contains%20%22%25%22%20or%20list%20%3D%20Inbox)&sort=due",
            "filter=due%20%3C",
            "filter=%00",
            "q=one",
            "q=an%20othre&filter=status%20%3D%20open&limit=1",
            "q=%00",
            "q=%27%20%7C%20!",
            "q=%F0%9F%A5%9B",
            "sort=relevance",
            "q=a&sort=relevance,-list,status,assignee,start",
            "filter=((((",
            "filter=",
            "limit=0",
            "limit=201",
            "limit=%20",
            "cursor=x",
            "since=-1",
            "sort=;",
            "trash=maybe",
            "%F0=%00",
            "a&a");
    private static final List<String> HEADERS = List.of(
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Sync-Token",
            "Accept",
            "Last-Event-ID",
            "X-Request-Id",
            "Range");

    /** @param method as the contract spells it */
    record Call(String method, String path, JsonNode operation) {}

    private final JsonNode document;
    private final List<Call> calls;
    private final UUID workspace;

    /** @param workspace that the requests are about, if they are about one */
    RandomRequests(byte[] contract, UUID workspace, Predicate<Call> which) {
        this.workspace = workspace;
        document = JsonMapper.shared().readTree(contract);
        calls = document.get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> member.getValue().has("responses"))
                        .map(member -> new Call(member.getKey(), path.getKey(), member.getValue())))
                .filter(which)
                .toList();
    }

    RandomRequest next(Random random) {
        var call = calls.get(random.nextInt(calls.size()));
        var strangeness = random.nextInt(4);
        var headers = new LinkedHashMap<String, List<String>>();
        var path = path(call.path(), random, strangeness);
        var body = body(call.operation(), random, strangeness, headers);
        if (strangeness > 1) {
            addHeaders(headers, random);
        }
        return new RandomRequest(call.method().toUpperCase(Locale.ROOT), path, headers, body);
    }

    private String path(String template, Random random, int strangeness) {
        var path = template.replace("{workspaceId}", workspace.toString())
                .replace("{listId}", Facts.LIST.toString())
                .replace("{taskId}", Facts.TASK.toString())
                .replace("{commentId}", Facts.COMMENT.toString())
                .replaceAll("\\{[^}]+}", Facts.ADA.toString());
        if (strangeness > 2 && random.nextInt(3) == 0) {
            var segments = new ArrayList<>(List.of(template.split("/", -1)));
            segments.replaceAll(segment -> segment.startsWith("{") ? pick(NO_IDS, random) : segment);
            path = String.join("/", segments);
        }
        return strangeness > 1 && random.nextInt(4) == 0 ? path + "?" + pick(QUERIES, random) : path;
    }

    private byte[] body(JsonNode operation, Random random, int strangeness, Map<String, List<String>> headers) {
        var content = operation.path("requestBody").path("content");
        if (content.isEmpty()) {
            return strangeness < 3
                    ? new byte[0]
                    : new Damage(random).of(JsonNodeFactory.instance.objectNode(), random.nextInt(3));
        }
        var described = content.propertyNames().iterator().next();
        headers.put(
                "Content-Type",
                List.of(strangeness > 2 && random.nextInt(4) == 0 ? pick(MEDIA_TYPES, random) : described));
        var sample = new Samples(document, random).of(content.get(described).get("schema"));
        return new Damage(random).of(sample, strangeness == 0 ? 0 : random.nextInt(strangeness + 1));
    }

    private static void addHeaders(Map<String, List<String>> headers, Random random) {
        for (var count = random.nextInt(3); count > 0; count--) {
            var values = new ArrayList<>(List.of(pick(HEADER_VALUES, random)));
            if (random.nextInt(5) == 0) {
                values.add(pick(HEADER_VALUES, random));
            }
            headers.put(pick(HEADERS, random), values);
        }
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
