package dev.almanac.api.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.api.read.Seen;
import dev.almanac.api.sync.SyncToken;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers made of JSON that the read model holds ready. */
final class Answers {
    private Answers() {}

    static ResponseEntity<byte[]> page(Seen<Page<String>> page) {
        return json(page.map(Answers::render));
    }

    /** The same of one thing, with its version as entity tag. */
    static ResponseEntity<byte[]> versioned(long version, Seen<String> json) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"" + version + "\"")
                .header(SyncToken.HEADER, Long.toString(json.seq()))
                .body(json.value().getBytes(UTF_8));
    }

    /** A JSON document, with the seq of the moment at which it was true. */
    static ResponseEntity<byte[]> json(Seen<String> json) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(SyncToken.HEADER, Long.toString(json.seq()))
                .body(json.value().getBytes(UTF_8));
    }

    static String render(Page<String> page) {
        // A cursor has no character that JSON would want escaped.
        return "{\"items\":%s,\"next\":%s}"
                .formatted(
                        array(page.items()),
                        page.next().map("\"%s\""::formatted).orElse("null"));
    }

    static String array(List<String> items) {
        return items.stream().collect(Collectors.joining(",", "[", "]"));
    }

    /** A JSON object with more members than it has; {@code members} is the inside of another object. */
    static String with(String object, String members) {
        return object.substring(0, object.lastIndexOf('}')) + "," + members + "}";
    }
}
