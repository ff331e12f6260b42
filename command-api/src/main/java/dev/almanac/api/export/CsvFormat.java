package dev.almanac.api.export;

import dev.almanac.api.table.Csv;
import dev.almanac.api.table.TaskColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tasks that are not in the trash, a row each, with a heading; lists by name. */
final class CsvFormat implements Format {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String mediaType() {
        return "text/csv;charset=utf-8;header=present";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public Set<Piece.Kind> kinds() {
        return Set.of(Piece.Kind.LIST, Piece.Kind.TASK);
    }

    @Override
    public Flux<String> write(Flux<Piece> pieces) {
        return Flux.defer(() -> {
            Map<String, String> lists = new HashMap<>();
            return Flux.concat(
                    Flux.just(Csv.row(TaskColumns.names())), pieces.concatMap(piece -> switch (piece.kind()) {
                        case LIST -> {
                            var list = JSON.readTree(piece.json());
                            lists.put(
                                    list.get("id").stringValue(),
                                    list.get("name").stringValue());
                            yield Flux.<String>empty();
                        }
                        case TASK -> row(JSON.readTree(piece.json()), lists);
                        case OCCURRENCE, WORKSPACE, MEMBER, COMMENT -> Flux.<String>empty();
                    }));
        });
    }

    private static Flux<String> row(JsonNode task, Map<String, String> lists) {
        if (task.has("deletedAt")) {
            return Flux.empty();
        }
        List<String> values = TaskColumns.values(task, lists);
        return Flux.just(Csv.row(values));
    }
}
