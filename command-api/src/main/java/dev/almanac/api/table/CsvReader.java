package dev.almanac.api.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rows of CSV (RFC 4180) one by one; a line break may be of any kind. */
public final class CsvReader {
    /** Of one row, in characters: notes have at most 64 KiB. */
    private static final int LONGEST_ROW = 256 * 1024;

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int END = -1;

    private final BufferedReader in;
    private int next;
    private int length;
    private int row;

    public CsvReader(Reader in) throws IOException {
        this.in = new BufferedReader(in);
        next = this.in.read();
        if (next == BYTE_ORDER_MARK) {
            next = this.in.read();
        }
    }

    /** A row that is no row of CSV. */
    public static final class MalformedRowException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedRowException(String message) {
            super(message);
        }
    }

    /** Of the row last begun, from 1 and with those that are empty, as a spreadsheet counts. */
    public int row() {
        return row;
    }

    /** The values of the next row that isn't empty; empty at the end. */
    public Optional<List<String>> next() throws IOException, MalformedRowException {
        row++;
        while (lineBreak()) {
            row++;
        }
        if (next == END) {
            return Optional.empty();
        }
        length = 0;
        List<String> values = new ArrayList<>();
        values.add(value());
        while (next == ',') {
            advance();
            values.add(value());
        }
        if (!lineBreak() && next != END) {
            throw new MalformedRowException("expected a comma or the end of the row after a quoted value");
        }
        return Optional.of(values);
    }

    private boolean lineBreak() throws IOException {
        var begun = next == '\r';
        if (begun) {
            next = in.read();
        }
        if (next == '\n') {
            next = in.read();
            return true;
        }
        return begun;
    }

    private String value() throws IOException, MalformedRowException {
        return Csv.unguarded(next == '"' ? quoted() : plain());
    }

    private String plain() throws IOException, MalformedRowException {
        var value = new StringBuilder();
        while (next != ',' && next != '\r' && next != '\n' && next != END) {
            value.append((char) next);
            advance();
        }
        return value.toString();
    }

    private String quoted() throws IOException, MalformedRowException {
        var value = new StringBuilder();
        advance();
        while (next != END) {
            if (next == '"') {
                advance();
                if (next != '"') {
                    return value.toString();
                }
            }
            value.append((char) next);
            advance();
        }
        throw new MalformedRowException("expected a quotation mark at the end of a value");
    }

    private void advance() throws IOException, MalformedRowException {
        length++;
        if (length > LONGEST_ROW) {
            throw new MalformedRowException("expected a row of at most %,d characters".formatted(LONGEST_ROW));
        }
        next = in.read();
    }
}
