package dev.almanac.projection.write;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Postgres array in its text form, {@code {"a",NULL,"c"}}: one bound value for one column of many rows,
 * whatever the column's type, since the server reads every type from its text.
 */
final class ArrayLiteral {
    private ArrayLiteral() {}

    /** @param text of an element; null for NULL */
    static <T> String of(List<T> elements, Function<? super T, @Nullable String> text) {
        StringBuilder literal = new StringBuilder(elements.size() * 40 + 2).append('{');
        for (T element : elements) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            append(literal, text.apply(element));
        }
        return literal.append('}').toString();
    }

    static String of(List<String> elements) {
        return of(elements, Function.identity());
    }

    private static void append(StringBuilder literal, @Nullable String element) {
        if (element == null) {
            literal.append("NULL");
            return;
        }
        literal.append('"');
        int written = 0;
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append(element, written, i).append('\\');
                written = i;
            }
        }
        literal.append(element, written, element.length()).append('"');
    }
}
