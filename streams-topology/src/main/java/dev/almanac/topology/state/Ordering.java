package dev.almanac.topology.state;

import java.util.List;
import java.util.Optional;

/** Things in their order. A place that is asked about need not be taken. */
public interface Ordering {
    /** The first places, at most {@code limit} of them. */
    List<Place> first(int limit);

    Optional<Place> last();

    /** The nearest place strictly before. */
    Optional<Place> before(Place place);

    /** The nearest place strictly after. */
    Optional<Place> after(Place place);
}
