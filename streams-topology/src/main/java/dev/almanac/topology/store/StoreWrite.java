package dev.almanac.topology.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One write, ready to be done: nothing is left in it that could fail but the store.
 *
 * @param value null deletes
 */
public record StoreWrite(Bytes key, byte @Nullable [] value) {
    private static final byte[] NOTHING = new byte[0];

    /** An entry of an index, whose key tells all. */
    public static StoreWrite mark(Bytes key) {
        return new StoreWrite(key, NOTHING);
    }

    public static StoreWrite delete(Bytes key) {
        return new StoreWrite(key, null);
    }

    public void writeTo(KeyValueStore<Bytes, byte[]> store) {
        // A store that is asked to delete looks first what it had there, to return it.
        store.put(key, value);
    }
}
