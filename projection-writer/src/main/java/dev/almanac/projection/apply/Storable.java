package dev.almanac.projection.apply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.schemas.json.AvroJson;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Makes values such as Postgres takes them, so that no event can make a write fail for good. */
final class Storable {
    /** Wider than the contract's dates by the zones' offsets, narrower than what timestamptz holds. */
    private static final Instant FIRST = Instant.parse("0000-12-31T00:00:00Z");

    private static final Instant LAST = Instant.parse("+10000-01-02T00:00:00Z");

    private Storable() {}

    /** Postgres has no NUL in text; the state keeps it, escaped. */
    static String text(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** @throws IllegalArgumentException for an instant outside of the years 1 to 9999 */
    static Instant instant(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("No row holds the time " + instant);
        }
        return instant;
    }

    static String json(SpecificRecord thing) {
        return new String(AvroJson.toBytes(thing), UTF_8);
    }
}
