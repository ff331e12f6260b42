package dev.almanac.api.filter.read;

import dev.almanac.api.filter.grammar.FilterLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** How deep and how long an expression may be; looked at before it is parsed. */
final class Bounds {
    static final int MOST_LEVELS = 20;
    static final int MOST_VALUES = 100;

    private Bounds() {}

    static void check(List<Token> tokens, String text) {
        var depth = 0;
        var negations = 0;
        var values = 0;
        for (var token : tokens) {
            switch (token.getType()) {
                case FilterLexer.LEFT -> depth++;
                case FilterLexer.RIGHT -> depth--;
                case FilterLexer.WORD, FilterLexer.STRING -> values++;
                default -> {
                    // Neither deepens nor lengthens it.
                }
            }
            negations = token.getType() == FilterLexer.NOT ? negations + 1 : 0;
            if (depth + negations > MOST_LEVELS) {
                throw refused(token, text, "A filter has at most %d levels".formatted(MOST_LEVELS));
            }
            if (values > 2 * MOST_VALUES) {
                throw refused(token, text, "A filter has at most %d values".formatted(MOST_VALUES));
            }
        }
    }

    private static MisreadException refused(Token token, String text, String detail) {
        return new MisreadException(
                text.offsetByCodePoints(0, token.getStartIndex()), detail, List.of("a shorter filter"));
    }
}
