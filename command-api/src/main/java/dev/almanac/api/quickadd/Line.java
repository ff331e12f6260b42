package dev.almanac.api.quickadd;

import java.util.ArrayList;
import java.util.List;

/** The line as it was written, with its quoted pieces, which are not looked into. */
final class Line {
    private static final String OPENING = "\"“„«";

    private final String text;
    private final List<int[]> quotes = new ArrayList<>();

    Line(String text) {
        this.text = text;
        for (var at = 0; at < text.length(); at++) {
            var end = endOfQuote(at);
            if (end > at) {
                quotes.add(new int[] {at, end});
                at = end - 1;
            }
        }
    }

    private int endOfQuote(int at) {
        var kind = OPENING.indexOf(text.charAt(at));
        if (kind < 0 || !isEdge(at - 1)) {
            return at;
        }
        var closing = switch (text.charAt(at)) {
            case '“' -> "”";
            case '„' -> "“";
            case '«' -> "»";
            default -> "\"";
        };
        var end = text.indexOf(closing, at + 1);
        return end < 0 ? at : end + 1;
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    /** Where the quoted piece that begins here ends; here where none does. */
    int skipQuote(int at) {
        return quotes.stream()
                .filter(quote -> quote[0] == at)
                .map(quote -> quote[1])
                .findFirst()
                .orElse(at);
    }

    /** How far a phrase that begins here may reach. */
    int limit(int at) {
        return quotes.stream()
                .map(quote -> quote[0])
                .filter(start -> start >= at)
                .findFirst()
                .orElse(text.length());
    }

    /** Whether a phrase may begin here: not within a word, an address or a number. */
    boolean opens(int at) {
        return isEdge(at - 1) && !Character.isWhitespace(text.charAt(at));
    }

    private boolean isEdge(int before) {
        return before < 0 || isSpace(before) || "([{,;:–—".indexOf(text.charAt(before)) >= 0;
    }

    /** Whether a phrase may end here. */
    boolean closes(int at) {
        if (at >= text.length()) {
            return true;
        }
        var next = text.charAt(at);
        if (isPartOfWord(at)) {
            return false;
        }
        var joins = "'’-/.:_@".indexOf(next) >= 0;
        return !(joins && at + 1 < text.length() && isPartOfWord(at + 1));
    }

    /** The next place from here on that isn't white space. */
    int skipSpace(int at) {
        var here = at;
        while (here < text.length() && isSpace(here)) {
            here++;
        }
        return here;
    }

    /** Whether what comes after a phrase is more than white space and punctuation. */
    boolean isFollowedByWord(int at) {
        var next = skipSpace(at);
        return next < text.length() && isPartOfWord(next);
    }

    boolean isSpace(int at) {
        return Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at));
    }

    private boolean isPartOfWord(int at) {
        return Character.isLetterOrDigit(text.codePointAt(at));
    }
}
