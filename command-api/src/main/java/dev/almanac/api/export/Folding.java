package dev.almanac.api.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import net.fortuna.ical4j.data.FoldingWriter;

/** Breaks long lines as RFC 5545 wants them. */
final class Folding {
    private static final int LONGEST_LINE = 73;

    private Folding() {}

    static String fold(String component) {
        var folded = new StringWriter(component.length() + component.length() / LONGEST_LINE);
        try (var writer = new FoldingWriter(folded, LONGEST_LINE)) {
            writer.write(component);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded.toString();
    }
}
