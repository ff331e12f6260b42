package dev.almanac.api.importing;

import dev.almanac.api.importing.Item.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Almanac's own export: an object with the arrays {@code lists}, {@code tasks} and {@code comments}. */
final class AlmanacJson implements Source {
    private static final Map<String, Kind> SECTIONS =
            Map.of("lists", Kind.LIST, "tasks", Kind.TASK, "comments", Kind.COMMENT);

    private final JsonMapper mapper;

    AlmanacJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "almanac";
    }

    @Override
    public boolean namesLists() {
        return false;
    }

    @Override
    public void read(InputStream file, Consumer<Item> items) throws IOException, MalformedFileException {
        var budget = new Budget(file);
        try (var parser = mapper.createParser(budget)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedFileException("", "expected a JSON object");
            }
            for (var field = parser.nextName(); field != null; field = parser.nextName()) {
                parser.nextToken();
                var kind = SECTIONS.get(field);
                if (kind == null) {
                    parser.skipChildren();
                } else {
                    readAll(kind, field, parser, budget, items);
                }
                budget.renew();
            }
        } catch (JacksonException unreadable) {
            throw malformed(unreadable);
        }
    }

    private void readAll(Kind kind, String section, JsonParser parser, Budget budget, Consumer<Item> items)
            throws MalformedFileException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedFileException("/" + section, "expected an array");
        }
        for (var number = 0; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            if (!(mapper.readTree(parser) instanceof ObjectNode object)) {
                throw new MalformedFileException("/" + section + "/" + number, "expected a JSON object");
            }
            items.accept(new Item(kind, section, number, object));
            budget.renew();
        }
    }

    static MalformedFileException malformed(JacksonException unreadable) {
        if (unreadable.getCause() instanceof Budget.SpentException) {
            return tooLarge();
        }
        var at = unreadable.getLocation();
        var place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return new MalformedFileException("", "expected JSON" + place + ": " + unreadable.getOriginalMessage());
    }

    static MalformedFileException tooLarge() {
        return new MalformedFileException("", "expected nothing that takes more than a mebibyte by itself");
    }
}
