package dev.almanac.topology.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.serde.StateCodec;
import dev.almanac.schemas.store.RememberedResult;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The answers to commands with an idempotency key, for as long as a repetition must get the same. Each has two entries:
 * the answer under workspace, user and key, and a mark under the time at which it expires, by which it is found then.
 *
 * <p>An answer that has expired is as good as gone, whether or not it has been removed; so what is remembered depends on
 * the commands' own time, and only the space on the clock.
 */
public final class RememberedResults {
    /** The store of the answers. */
    public static final String STORE = "remembered-results";

    private static final byte ANSWER = 1;
    private static final byte EXPIRY = 2;
    private static final int EXPIRY_HEAD = 1 + Long.BYTES;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<RememberedResult> codec;
    private final Duration retention;

    /** No mark is before this, so a search begins here: past those that were deleted and still slow a scan. */
    private long earliestExpiry = 0;

    /** @param retention from the time of the decision on */
    public RememberedResults(
            KeyValueStore<Bytes, byte[]> store, StateCodec<RememberedResult> codec, Duration retention) {
        this.store = store;
        this.codec = codec;
        this.retention = retention;
    }

    /** What was answered to this request, or to another with its key; empty where it has no key. */
    public Optional<RememberedResult> find(Command command, Instant now) {
        return command.getIdempotency()
                .map(idempotency -> store.get(answer(identity(command, idempotency.getKey()))))
                .map(codec::decode)
                .filter(result -> now.isBefore(result.getDecidedAt().plus(retention)));
    }

    /**
     * What has to be written to remember an answer.
     *
     * @throws IllegalArgumentException where the command has no key
     */
    public List<StoreWrite> toRemember(Command command, RememberedResult result) {
        String key = command.getIdempotency()
                .orElseThrow(() -> new IllegalArgumentException("Without a key there is nothing to remember it by"))
                .getKey();
        byte[] identity = identity(command, key);
        long expiry = result.getDecidedAt().plus(retention).toEpochMilli();
        return List.of(
                new StoreWrite(answer(identity), codec.encode(result)), StoreWrite.mark(expiry(expiry, identity)));
    }

    /** Does what {@link #toRemember} has prepared. */
    public void write(List<StoreWrite> writes) {
        for (StoreWrite write : writes) {
            write.writeTo(store);
            if (write.key().get()[0] == EXPIRY) {
                earliestExpiry = Math.min(earliestExpiry, expiryOf(write.key()));
            }
        }
    }

    /** Removes answers that have expired, the oldest first and at most {@code limit} of them. */
    public void forgetExpired(Instant now, int limit) {
        long until = now.toEpochMilli();
        if (earliestExpiry > until) {
            return;
        }
        try (KeyValueIterator<Bytes, byte[]> marks =
                store.range(expiry(earliestExpiry, new byte[0]), expiry(Long.MAX_VALUE, new byte[0]))) {
            for (int forgotten = 0; marks.hasNext(); forgotten++) {
                KeyValue<Bytes, byte[]> mark = marks.next();
                earliestExpiry = expiryOf(mark.key);
                if (earliestExpiry > until || forgotten == limit) {
                    return;
                }
                forget(mark.key);
            }
            earliestExpiry = Long.MAX_VALUE;
        }
    }

    private void forget(Bytes mark) {
        byte[] identity = new byte[mark.get().length - EXPIRY_HEAD];
        System.arraycopy(mark.get(), EXPIRY_HEAD, identity, 0, identity.length);
        Bytes answer = answer(identity);
        byte[] stored = store.get(answer);
        // Where the key was used again after this expiry, the answer is a later one, with a mark of its own.
        if (stored != null && codec.decode(stored).getDecidedAt().toEpochMilli() < expiryOf(mark)) {
            store.delete(answer);
        }
        store.delete(mark);
    }

    private static byte[] identity(Command command, String key) {
        byte[] text = key.getBytes(UTF_8);
        return ByteBuffer.allocate(4 * Long.BYTES + text.length)
                .putLong(command.getWorkspaceId().getMostSignificantBits())
                .putLong(command.getWorkspaceId().getLeastSignificantBits())
                .putLong(command.getActor().getUserId().getMostSignificantBits())
                .putLong(command.getActor().getUserId().getLeastSignificantBits())
                .put(text)
                .array();
    }

    private static Bytes answer(byte[] identity) {
        return Bytes.wrap(ByteBuffer.allocate(1 + identity.length)
                .put(ANSWER)
                .put(identity)
                .array());
    }

    private static Bytes expiry(long at, byte[] identity) {
        return Bytes.wrap(ByteBuffer.allocate(EXPIRY_HEAD + identity.length)
                .put(EXPIRY)
                .putLong(at)
                .put(identity)
                .array());
    }

    private static long expiryOf(Bytes mark) {
        return ByteBuffer.wrap(mark.get()).getLong(1);
    }
}
