package dev.almanac.endtoend.client;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered; {@code text} is the body. */
public record Reply(int status, HttpHeaders headers, String text) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public JsonNode json() {
        return JSON.readTree(text);
    }

    /** The reply, where it has this status. */
    public Reply expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", was " + this);
        }
        return this;
    }

    public String header(String name) {
        return headers.firstValue(name).orElseThrow(() -> new AssertionError("no " + name + " in " + this));
    }

    public long syncToken() {
        return Long.parseLong(header("Sync-Token"));
    }

    public String id() {
        return json().get("id").asString();
    }

    /** The slug of the problem. */
    public String problem() {
        String type = json().get("type").asString();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Where the body is at fault. */
    public List<String> pointers() {
        return json().get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }

    /** The values of one field of all items. */
    public List<String> items(String field) {
        return json().get("items")
                .valueStream()
                .map(item -> item.get(field).asString())
                .toList();
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + "\n" + text;
    }
}
