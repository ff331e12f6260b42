package dev.almanac.api.filter.read;

import dev.almanac.api.filter.grammar.FilterLexer;
import dev.almanac.api.filter.grammar.FilterParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Ends the reading at the first error, told in the words of who writes filters. */
final class SyntaxErrors extends BaseErrorListener {
    private final String text;

    SyntaxErrors(String text) {
        this.text = text;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offending,
            int line,
            int column,
            String message,
            @Nullable RecognitionException error) {
        if (!(recognizer instanceof Parser parser) || !(offending instanceof Token token)) {
            throw new IllegalStateException(message);
        }
        var expected = words(error == null ? parser.getExpectedTokens() : expected(parser, error));
        throw new MisreadException(
                text.offsetByCodePoints(0, token.getStartIndex()),
                found(token) + "; expected " + either(expected),
                expected);
    }

    private static IntervalSet expected(Parser parser, RecognitionException error) {
        var expected = error.getExpectedTokens();
        return expected == null ? parser.getExpectedTokens() : expected;
    }

    private static String found(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "The filter ends here";
            case FilterLexer.OTHER ->
                token.getText().equals("\"")
                        ? "The text in quotes has no end"
                        : "'%s' has no meaning".formatted(token.getText());
            default -> "'%s' can't stand here".formatted(token.getText());
        };
    }

    private static List<String> words(IntervalSet tokens) {
        var isValue = tokens.contains(FilterParser.STRING);
        var words = new ArrayList<String>();
        for (var type : tokens.toList()) {
            switch (type) {
                case Token.EOF -> words.add("the end");
                case FilterParser.WORD -> words.add(isValue ? "a value" : "a field");
                case FilterParser.STRING -> {
                    // Told with WORD.
                }
                default -> words.add(word(type));
            }
        }
        return words;
    }

    private static String word(int type) {
        return switch (type) {
            case FilterParser.AND -> "and";
            case FilterParser.OR -> "or";
            case FilterParser.NOT -> "not";
            case FilterParser.IN -> "in";
            case FilterParser.IS -> "is";
            case FilterParser.NULL -> "null";
            case FilterParser.CONTAINS -> "contains";
            default -> FilterParser.VOCABULARY.getLiteralName(type).replace("'", "");
        };
    }

    private static String either(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
