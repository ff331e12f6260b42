package dev.almanac.topology.decide.order;

import dev.almanac.schemas.command.Placement;
import dev.almanac.topology.decide.attempt.Checked;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.state.Ordering;
import dev.almanac.topology.state.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds positions for what is to be placed among its like. */
public final class Placements {
    /**
     * Characters of a position. Some thousand things put at the very same spot reach it; then there is no more room there
     * until something goes elsewhere.
     */
    static final int LONGEST = 1000;

    /** The position of a thing that has no neighbours. */
    public static final String FIRST = Position.between(null, null);

    private Placements() {}

    /**
     * Positions for a thing and those that follow right behind it.
     *
     * @param self the thing; where it stands at that spot already, its own position is the only one returned
     * @param placement where to; the end where it is empty or names no neighbour
     * @param neighbour the place that a thing has in the ordering; empty where it has none
     * @param count how many positions; 1 for a thing that stands in the ordering already
     */
    public static Checked<List<String>> find(
            Ordering ordering,
            UUID self,
            Optional<Placement> placement,
            Function<UUID, Optional<Place>> neighbour,
            int count) {
        Optional<UUID> after = placement.flatMap(Placement::getAfter);
        Optional<UUID> before = placement.flatMap(Placement::getBefore);
        if (after.isPresent() && before.isPresent()) {
            return faulty("/position", "Must name one neighbour, not two.");
        }
        if (after.isPresent()) {
            Optional<Place> lower = after.filter(id -> !id.equals(self)).flatMap(neighbour);
            return lower.isEmpty()
                    ? faulty("/position/after", "Must be the id of another one there.")
                    : between(lower, ordering.after(lower.get()), self, count);
        }
        if (before.isPresent()) {
            Optional<Place> upper = before.filter(id -> !id.equals(self)).flatMap(neighbour);
            return upper.isEmpty()
                    ? faulty("/position/before", "Must be the id of another one there.")
                    : between(ordering.before(upper.get()), upper, self, count);
        }
        return between(ordering.last(), Optional.empty(), self, count);
    }

    /** The thing's own position where no other has it, else one right behind. */
    public static String again(Ordering ordering, Place self) {
        Optional<Place> sameOrNext = ordering.after(new Place(self.position(), new UUID(0, 0)));
        if (sameOrNext.isEmpty() || !sameOrNext.get().position().equals(self.position())) {
            return self.position();
        }
        Optional<Place> next = ordering.after(sameOrNext.get());
        return Position.between(self.position(), next.map(Place::position).orElse(null));
    }

    /**
     * The position that a thing had elsewhere, or one right behind where another has it; the end where it had none.
     *
     * @param stands whether it stands among the others; in the trash it does not, and is in nobody's way
     */
    public static String kept(Ordering ordering, Place self, boolean stands) {
        boolean sound = Position.isSound(self.position()) && self.position().length() <= LONGEST;
        if (!sound) {
            return last(ordering);
        }
        return stands ? again(ordering, self) : self.position();
    }

    /** A position at the end. */
    public static String last(Ordering ordering) {
        return Position.between(ordering.last().map(Place::position).orElse(null), null);
    }

    private static Checked<List<String>> between(Optional<Place> lower, Optional<Place> upper, UUID self, int count) {
        Optional<Place> own = lower.filter(place -> place.id().equals(self))
                .or(() -> upper.filter(place -> place.id().equals(self)));
        if (own.isPresent()) {
            return new Checked.Sound<>(List.of(own.get().position()));
        }
        List<String> positions = Position.between(
                lower.map(Place::position).orElse(null),
                upper.map(Place::position).orElse(null),
                count);
        return positions.stream().anyMatch(position -> position.length() > LONGEST)
                ? new Checked.Faulty<>(Rejections.limitExceeded("There is no more room at this position."))
                : new Checked.Sound<>(positions);
    }

    private static Checked<List<String>> faulty(String pointer, String detail) {
        return new Checked.Faulty<>(Rejections.invalid(pointer, detail));
    }
}
