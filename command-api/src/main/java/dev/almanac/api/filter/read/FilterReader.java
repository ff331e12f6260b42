package dev.almanac.api.filter.read;

import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.grammar.FilterLexer;
import dev.almanac.api.filter.grammar.FilterParser;
import dev.almanac.api.filter.grammar.FilterParser.AlternativesContext;
import dev.almanac.api.filter.grammar.FilterParser.ComparedContext;
import dev.almanac.api.filter.grammar.FilterParser.ConditionContext;
import dev.almanac.api.filter.grammar.FilterParser.ConditionsContext;
import dev.almanac.api.filter.grammar.FilterParser.GroupedContext;
import dev.almanac.api.filter.grammar.FilterParser.NegatedContext;
import dev.almanac.api.filter.grammar.FilterParser.ToNothingContext;
import dev.almanac.api.filter.grammar.FilterParser.ToOneContext;
import dev.almanac.api.filter.grammar.FilterParser.ToSeveralContext;
import dev.almanac.api.filter.grammar.FilterParser.ValueContext;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Reads filters such as {@code status = open and (due <= today or priority >= high)}. */
public final class FilterReader {
    /** In characters, as Java counts them. */
    public static final int MOST_CHARACTERS = 1_000;

    private final String text;
    private final Asker asker;

    private FilterReader(String text, Asker asker) {
        this.text = text;
        this.asker = asker;
    }

    /** What a text means when it is asked for now; the same text means other days tomorrow. */
    public static Reading read(String text, Asker asker) {
        try {
            return new Reading.Understood(new FilterReader(text, asker).read());
        } catch (MisreadException misread) {
            return misread.misread();
        }
    }

    private Filter read() {
        if (text.length() > MOST_CHARACTERS) {
            throw new MisreadException(
                    MOST_CHARACTERS,
                    "A filter has at most %d characters".formatted(MOST_CHARACTERS),
                    List.of("the end"));
        }
        var errors = new SyntaxErrors(text);
        var lexer = new FilterLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        var tokens = new CommonTokenStream(lexer);
        tokens.fill();
        Bounds.check(tokens.getTokens(), text);
        var parser = new FilterParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        return filter(parser.filter().alternatives());
    }

    private Filter filter(AlternativesContext context) {
        return joined(context.conditions(), this::filter, Filter.Any::new);
    }

    private Filter filter(ConditionsContext context) {
        return joined(context.condition(), this::filter, Filter.All::new);
    }

    private static <C> Filter joined(List<C> contexts, Function<C, Filter> read, Function<List<Filter>, Filter> join) {
        var filters = contexts.stream().map(read).toList();
        return filters.size() == 1 ? filters.getFirst() : join.apply(filters);
    }

    private Filter filter(ConditionContext context) {
        return switch (context) {
            case NegatedContext negated -> new Filter.Not(filter(negated.condition()));
            case GroupedContext grouped -> filter(grouped.alternatives());
            case ComparedContext compared -> term(compared);
            default -> throw unknown(context);
        };
    }

    private Filter term(ComparedContext context) {
        var name = context.field().WORD().getSymbol();
        var field = FilterField.named(new Value(name.getText(), position(name)));
        var comparison = context.comparison();
        var position = position(comparison.getStart());
        return switch (comparison) {
            case ToOneContext one ->
                field.asked(Operator.of(one.operator.getText()), position, List.of(value(one.value())), asker);
            case ToSeveralContext several ->
                field.asked(
                        several.NOT() == null ? Operator.IN : Operator.NOT_IN,
                        position,
                        several.value().stream().map(this::value).toList(),
                        asker);
            case ToNothingContext nothing ->
                nothing.NOT() == null ? new Filter.Not(field.set(position)) : field.set(position);
            default -> throw unknown(comparison);
        };
    }

    private Value value(ValueContext context) {
        var token = context.getStart();
        var written = token.getText();
        return new Value(
                token.getType() == FilterLexer.STRING
                        ? written.substring(1, written.length() - 1).replaceAll("\\\\(.)", "$1")
                        : written,
                position(token));
    }

    private int position(Token token) {
        return text.offsetByCodePoints(0, token.getStartIndex());
    }

    private static IllegalStateException unknown(ParserRuleContext context) {
        return new IllegalStateException("The grammar has no " + context.getClass());
    }
}
