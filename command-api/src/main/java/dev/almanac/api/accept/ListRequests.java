package dev.almanac.api.accept;

import dev.almanac.schemas.command.CreateList;
import dev.almanac.schemas.command.EditList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The bodies of requests about lists. All throw a problem of type {@code validation} where a value is not as agreed. */
public final class ListRequests {
    private static final Shape<String> NAME = Shapes.line(200);

    private ListRequests() {}

    /** @param ids gives the new list's id where the body brings none */
    public static CreateList create(JsonBody body, Supplier<UUID> ids) {
        return Bodies.read(body, (fields, place) -> {
            var id = fields.optional("id", Shapes.ID);
            var name = fields.required("name", NAME);
            var color = fields.optional("color", Shapes.COLOR_CODE);
            var placement = fields.optional("position", PlacementShape.PLACEMENT);
            fields.refuseOthers();
            return name.map(
                    given -> new CreateList(id.orElseGet(ids), given, color.orElse(null), placement.orElse(null)));
        });
    }

    public static EditList patch(UUID id, JsonBody body) {
        return Bodies.read(body, (fields, place) -> {
            var edit = EditList.newBuilder().setId(id);
            List<String> clear = new ArrayList<>();
            fields.changeToValue("name", NAME).ifPresent(edit::setName);
            fields.change("color", Shapes.COLOR_CODE).apply(edit::setColor, () -> clear.add("color"));
            fields.changeToValue("position", PlacementShape.PLACEMENT).ifPresent(edit::setPlacement);
            fields.refuseOthers();
            return Optional.of(edit.setClear(clear).build());
        });
    }
}
