package dev.almanac.topology.state;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An ordering as stored, without the things that have changed since, and with those that now stand in it. */
final class OverlaidOrdering implements Ordering {
    private final Ordering stored;
    private final Overlay<?> things;
    private final TreeSet<Place> added = new TreeSet<>();
    /** The last stored place that may still stand; read once, since things are mostly added at the end. */
    private Optional<Optional<Place>> lastStored = Optional.empty();

    OverlaidOrdering(Ordering stored, Overlay<?> things) {
        this.stored = stored;
        this.things = things;
    }

    void add(Place place) {
        added.add(place);
    }

    void remove(Place place) {
        added.remove(place);
    }

    @Override
    public List<Place> first(int limit) {
        Stream<Place> standing = stored.first(limit + things.size()).stream().filter(this::stands);
        return Stream.concat(standing, added.stream()).sorted().limit(limit).toList();
    }

    @Override
    public Optional<Place> last() {
        Optional<Place> standing = standing(lastStored.orElseGet(stored::last), stored::before);
        lastStored = Optional.of(standing);
        return added.isEmpty() ? standing : later(standing, Optional.of(added.last()));
    }

    @Override
    public Optional<Place> before(Place place) {
        return later(standing(stored.before(place), stored::before), Optional.ofNullable(added.lower(place)));
    }

    @Override
    public Optional<Place> after(Place place) {
        return earlier(standing(stored.after(place), stored::after), Optional.ofNullable(added.higher(place)));
    }

    private boolean stands(Place place) {
        return !things.isChanged(place.id());
    }

    /** Goes on from a stored place to the first whose thing has not changed; at most as far as things have changed. */
    private Optional<Place> standing(Optional<Place> from, StepFrom step) {
        Optional<Place> place = from;
        while (place.isPresent() && !stands(place.get())) {
            place = step.apply(place.get());
        }
        return place;
    }

    private static Optional<Place> later(Optional<Place> a, Optional<Place> b) {
        return a.isEmpty() || (b.isPresent() && b.get().compareTo(a.get()) > 0) ? b : a;
    }

    private static Optional<Place> earlier(Optional<Place> a, Optional<Place> b) {
        return a.isEmpty() || (b.isPresent() && b.get().compareTo(a.get()) < 0) ? b : a;
    }

    private interface StepFrom {
        Optional<Place> apply(Place place);
    }
}
