package dev.almanac.topology.store;

import dev.almanac.topology.state.Ordering;
import dev.almanac.topology.state.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The index entries under one prefix, whose keys are places. */
final class StoredOrdering implements Ordering {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final Bytes prefix;
    /** The first key past the prefix, of which there is none in the store. */
    private final Bytes end;

    StoredOrdering(ReadOnlyKeyValueStore<Bytes, byte[]> store, Bytes prefix) {
        this.store = store;
        this.prefix = prefix;
        this.end = Bytes.increment(prefix);
    }

    @Override
    public List<Place> first(int limit) {
        List<Place> places = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(prefix, end)) {
            while (places.size() < limit && entries.hasNext()) {
                places.add(StoreKeys.placeOf(prefix, entries.next().key));
            }
        }
        return places;
    }

    @Override
    public Optional<Place> last() {
        return nearest(store.reverseRange(prefix, end), end);
    }

    @Override
    public Optional<Place> before(Place place) {
        Bytes key = StoreKeys.place(prefix, place);
        return nearest(store.reverseRange(prefix, key), key);
    }

    @Override
    public Optional<Place> after(Place place) {
        Bytes key = StoreKeys.place(prefix, place);
        return nearest(store.range(key, end), key);
    }

    /** The first of the entries, but for one. */
    private Optional<Place> nearest(KeyValueIterator<Bytes, byte[]> entries, Bytes except) {
        try (entries) {
            while (entries.hasNext()) {
                Bytes key = entries.next().key;
                if (!key.equals(except)) {
                    return Optional.of(StoreKeys.placeOf(prefix, key));
                }
            }
            return Optional.empty();
        }
    }
}
