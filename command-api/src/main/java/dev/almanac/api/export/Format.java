package dev.almanac.api.export;

import java.util.Set;
import reactor.core.publisher.Flux;

/** A way to write a workspace down. Each text is a piece of the document. */
interface Format {
    /** With its character set, where that is not told in the document. */
    String mediaType();

    /** What the file is called after the last dot. */
    String extension();

    /** What it takes to write it. */
    Set<Piece.Kind> kinds();

    /** @param pieces in the order of their kinds */
    Flux<String> write(Flux<Piece> pieces);
}
