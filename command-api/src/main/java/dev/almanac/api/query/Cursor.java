package dev.almanac.api.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.api.accept.Parameters;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The place in a list where its next page begins: the sort values of the last item before. For clients it is opaque. A
 * digest ties it to the list and order that it was made for. That is no secret and need not be: with a cursor of their
 * own making, callers begin elsewhere in what they may read anyway.
 */
final class Cursor {
    private static final int DIGEST_BYTES = 9;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Optional<String>>> VALUES = new TypeReference<>() {};

    private Cursor() {}

    /** @param list names the list and its order */
    static String write(String list, List<Optional<String>> values) {
        var json = JSON.writeValueAsBytes(values);
        var bytes = ByteBuffer.allocate(DIGEST_BYTES + json.length)
                .put(digest(list, json))
                .put(json);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws dev.almanac.api.problem.ProblemException where {@link #write} did not make it for this list */
    static List<Optional<String>> read(String list, String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > DIGEST_BYTES) {
                var json = Arrays.copyOfRange(bytes, DIGEST_BYTES, bytes.length);
                if (Arrays.equals(digest(list, json), Arrays.copyOf(bytes, DIGEST_BYTES))) {
                    return JSON.readValue(json, VALUES);
                }
            }
        } catch (IllegalArgumentException | JacksonException unreadable) {
            throw refused();
        }
        throw refused();
    }

    static RuntimeException refused() {
        return Parameters.refused("cursor: expected the 'next' of an answer to the same call with the same parameters");
    }

    private static byte[] digest(String list, byte[] json) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(list.getBytes(UTF_8));
            sha256.update((byte) 0);
            return Arrays.copyOf(sha256.digest(json), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
