package dev.almanac.api.accept;

import dev.almanac.schemas.command.Placement;
import java.util.Optional;

/** A place among neighbours: {@code {"after":"<id>"}} or {@code {"before":"<id>"}}. */
final class PlacementShape {
    static final Shape<Placement> PLACEMENT = Fields.OBJECT.then(PlacementShape::placement);

    private PlacementShape() {}

    private static Optional<Placement> placement(Fields fields, Place place) {
        var after = fields.optional("after", Shapes.ID);
        var before = fields.optional("before", Shapes.ID);
        fields.refuseOthers();
        if (fields.has("after") == fields.has("before")) {
            return place.refuse("expected either after or before");
        }
        return Optional.of(new Placement(after.orElse(null), before.orElse(null)));
    }
}
