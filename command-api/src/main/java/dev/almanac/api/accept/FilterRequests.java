package dev.almanac.api.accept;

import dev.almanac.api.filter.read.Asker;
import dev.almanac.api.filter.read.FilterReader;
import dev.almanac.api.filter.read.Reading;
import dev.almanac.schemas.command.CreateFilter;
import dev.almanac.schemas.command.EditFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The bodies of requests about saved filters. All throw a problem of type {@code validation} where a value is not as
 * agreed; where a filter can't be understood it tells from which character on.
 */
public final class FilterRequests {
    private static final Shape<String> NAME = Shapes.line(200);
    private static final Shape<String> SORT = Shapes.STRING.then(
            (text, place) -> SortText.read(text, SortText.USUAL).isPresent()
                    ? Optional.of(text)
                    : place.refuse(SortText.expected(SortText.USUAL)));

    private FilterRequests() {}

    /**
     * @param ids gives the new filter's id where the body brings none
     * @param asker who saves it
     */
    public static CreateFilter create(JsonBody body, Supplier<UUID> ids, Asker asker) {
        return Bodies.read(body, (fields, place) -> {
            var id = fields.optional("id", Shapes.ID);
            var name = fields.required("name", NAME);
            var filter = fields.required("filter", filter(asker));
            var sort = fields.optional("sort", SORT);
            var color = fields.optional("color", Shapes.COLOR_CODE);
            fields.refuseOthers();
            return name.flatMap(given -> filter.map(
                    meant -> new CreateFilter(id.orElseGet(ids), given, meant, sort.orElse(null), color.orElse(null))));
        });
    }

    public static EditFilter patch(UUID id, JsonBody body, Asker asker) {
        return Bodies.read(body, (fields, place) -> {
            var edit = EditFilter.newBuilder().setId(id);
            List<String> clear = new ArrayList<>();
            fields.changeToValue("name", NAME).ifPresent(edit::setName);
            fields.changeToValue("filter", filter(asker)).ifPresent(edit::setFilter);
            fields.change("sort", SORT).apply(edit::setSort, () -> clear.add("sort"));
            fields.change("color", Shapes.COLOR_CODE).apply(edit::setColor, () -> clear.add("color"));
            fields.refuseOthers();
            return Optional.of(edit.setClear(clear).build());
        });
    }

    private static Shape<String> filter(Asker asker) {
        return Shapes.STRING.then((text, place) -> switch (FilterReader.read(text, asker)) {
            case Reading.Understood _ -> Optional.of(text);
            case Reading.Misread(var position, var detail, var expected) -> place.refuse(position, detail, expected);
        });
    }
}
