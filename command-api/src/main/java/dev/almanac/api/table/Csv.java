package dev.almanac.api.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes rows of CSV (RFC 4180). What a spreadsheet would take for a formula has an apostrophe before it. */
public final class Csv {
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private Csv() {}

    /** A row with its line break. */
    public static String row(List<String> values) {
        return values.stream().map(Csv::value).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String value(String text) {
        var safe = guarded(text);
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? '\'' + text : text;
    }

    /** What was meant by a value that {@link #row} wrote. */
    static String unguarded(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
