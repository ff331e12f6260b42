package dev.almanac.api.export;

import reactor.core.publisher.Flux;

/** A way to write a workspace down. Each text is a piece of the document. */
interface Format {
    /** With its character set, where that is not told in the document. */
    String mediaType();

    /** What the file is called after the last dot. */
    String extension();

    /** @param pieces in the order of their kinds */
    Flux<String> write(Flux<Piece> pieces);
}
