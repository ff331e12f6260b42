package dev.almanac.api.export;

import dev.almanac.api.export.Piece.Kind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;

/**
 * Everything, lossless, as one JSON object with a line for each thing: {@code workspace}, {@code members}, {@code lists},
 * {@code tasks} and {@code comments}, each as the contract has it.
 */
final class JsonFormat implements Format {
    private static final String HEAD = "{\"format\":\"almanac\",\"version\":1";
    private static final Map<Kind, String> FIELDS = new EnumMap<>(
            Map.of(Kind.MEMBER, "members", Kind.LIST, "lists", Kind.TASK, "tasks", Kind.COMMENT, "comments"));

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public Set<Kind> kinds() {
        return EnumSet.range(Kind.WORKSPACE, Kind.COMMENT);
    }

    @Override
    public Flux<String> write(Flux<Piece> pieces) {
        return Flux.defer(() -> {
            var writer = new Writer();
            return pieces.map(writer::next).concatWith(Flux.defer(() -> Flux.just(writer.end())));
        });
    }

    /** Where in the document it stands. */
    private static final class Writer {
        private Kind kind = Kind.WORKSPACE;
        private boolean empty = true;

        String next(Piece piece) {
            if (piece.kind() == Kind.WORKSPACE) {
                return HEAD + ",\n\"workspace\":" + piece.json();
            }
            var text = upTo(piece.kind()) + (empty ? "\n" : ",\n") + piece.json();
            empty = false;
            return text;
        }

        String end() {
            return upTo(Kind.COMMENT) + "\n]}\n";
        }

        /** Closes what is open and opens what follows. */
        private String upTo(Kind wanted) {
            var text = new StringBuilder();
            while (kind != wanted) {
                text.append(kind == Kind.WORKSPACE ? ",\n" : "\n],\n");
                kind = Kind.values()[kind.ordinal() + 1];
                text.append('"').append(FIELDS.get(kind)).append("\":[");
                empty = true;
            }
            return text.toString();
        }
    }
}
