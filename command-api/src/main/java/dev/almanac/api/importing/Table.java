package dev.almanac.api.importing;

import dev.almanac.api.table.CsvReader;
import dev.almanac.api.table.CsvReader.MalformedRowException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file of CSV: rows below a heading, which is the first row, as a spreadsheet counts. */
final class Table {
    static final String SECTION = "rows";

    private Table() {}

    /** What is made of a heading. */
    interface Heading {
        Rows under(List<String> names) throws MalformedFileException;
    }

    /** What is made of the rows below it, in turn. */
    interface Rows {
        void row(List<String> values, int number);
    }

    /** @param heading is given no names where the file is empty */
    static void read(InputStream in, Heading heading) throws IOException, MalformedFileException {
        var table = new CsvReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            var rows = heading.under(table.next().orElse(List.of()));
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                rows.row(row.get(), table.row());
            }
        } catch (MalformedRowException malformed) {
            throw new MalformedFileException(place(table.row()), String.valueOf(malformed.getMessage()));
        }
    }

    /** The pointer to a row. */
    static String place(int number) {
        return "/" + SECTION + "/" + number;
    }
}
