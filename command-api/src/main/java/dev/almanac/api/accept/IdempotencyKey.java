package dev.almanac.api.accept;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.schemas.command.Idempotency;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key}: a client's promise that a repetition is the same request.
 *
 * @param key 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String key) {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    public IdempotencyKey {
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(ProblemType.VALIDATION, "Idempotency-Key: expected 1 to 255 visible ASCII characters")
                    .exception();
        }
    }

    /**
     * The key of a request that has one.
     *
     * @param values of the header, one for each time that it was sent
     * @throws dev.almanac.api.problem.ProblemException where it is not as agreed
     */
    public static Optional<IdempotencyKey> of(List<String> values) {
        return switch (values.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new IdempotencyKey(values.getFirst()));
            default ->
                throw Problem.of(ProblemType.VALIDATION, "Idempotency-Key: expected it once")
                        .exception();
        };
    }

    /** The key with a fingerprint of its request, by which a key that is used for another request is found out. */
    public Idempotency of(String method, String pathAndQuery, JsonBody body) {
        var digest = sha256();
        digest.update((method + ' ' + pathAndQuery + '\n').getBytes(StandardCharsets.UTF_8));
        return new Idempotency(key, HexFormat.of().formatHex(digest.digest(body.canonical())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
