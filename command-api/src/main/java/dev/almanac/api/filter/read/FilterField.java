package dev.almanac.api.filter.read;

import dev.almanac.api.filter.Comparison;
import dev.almanac.api.filter.DateField;
import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.IdField;
import dev.almanac.api.filter.OptionalField;
import dev.almanac.api.filter.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field that can be asked for.
 *
 * @param name as it is written
 * @param optional what it is called where it may be null
 */
record FilterField(String name, FieldKind kind, Optional<OptionalField> optional) {
    private static final Map<String, FilterField> ALL = all();

    private static Map<String, FilterField> all() {
        var fields = new LinkedHashMap<String, FilterField>();
        for (var field : List.of(
                always("status", new Kinds.Status()),
                always("priority", new Kinds.Rank()),
                always("list", new Kinds.OfList()),
                maybe("tag", new Kinds.Tag(), OptionalField.TAG),
                maybe("due", new Kinds.Date(DateField.DUE), OptionalField.DUE),
                maybe("start", new Kinds.Date(DateField.START), OptionalField.START),
                always("created", new Kinds.Date(DateField.CREATED)),
                always("updated", new Kinds.Date(DateField.UPDATED)),
                maybe("completed", new Kinds.Date(DateField.COMPLETED), OptionalField.COMPLETED),
                maybe("assignee", new Kinds.Id(IdField.ASSIGNEE), OptionalField.ASSIGNEE),
                always("title", new Kinds.Text(TextField.TITLE)),
                maybe("notes", new Kinds.Text(TextField.NOTES), OptionalField.NOTES),
                maybe("parent", new Kinds.Id(IdField.PARENT), OptionalField.PARENT),
                always("recurring", new Kinds.Truth(_ -> new Filter.Recurring())),
                always("overdue", new Kinds.Truth(asker -> new Filter.Overdue(asker.now()))))) {
            fields.put(field.name(), field);
        }
        return fields;
    }

    private static FilterField always(String name, FieldKind kind) {
        return new FilterField(name, kind, Optional.empty());
    }

    private static FilterField maybe(String name, FieldKind kind, OptionalField optional) {
        return new FilterField(name, kind, Optional.of(optional));
    }

    /** The field that a word names. */
    static FilterField named(Value word) {
        var field = ALL.get(word.lower());
        if (field == null) {
            var names = List.copyOf(ALL.keySet());
            throw new MisreadException(
                    word.position(),
                    "'%s' is no field; the fields are %s".formatted(word.text(), String.join(", ", names)),
                    names);
        }
        return field;
    }

    /**
     * The term that asks this field.
     *
     * @param position of the operator
     */
    Filter asked(Operator operator, int position, List<Value> values, Asker asker) {
        if (!kind.operators().contains(operator)) {
            var expected = Operator.written(kind.operators());
            throw new MisreadException(
                    position,
                    "%s has no '%s'; expected one of %s".formatted(name, operator, String.join(", ", expected)),
                    expected);
        }
        return switch (operator) {
            case EQUAL, IN -> kind.in(values, asker);
            case UNEQUAL, NOT_IN -> new Filter.Not(kind.in(values, asker));
            case LESS -> kind.compared(Comparison.LESS, values.getFirst(), asker);
            case AT_MOST -> kind.compared(Comparison.AT_MOST, values.getFirst(), asker);
            case GREATER -> kind.compared(Comparison.GREATER, values.getFirst(), asker);
            case AT_LEAST -> kind.compared(Comparison.AT_LEAST, values.getFirst(), asker);
            case CONTAINS -> kind.containing(values.getFirst());
        };
    }

    /**
     * The term that asks whether there is a value.
     *
     * @param position of {@code is}
     */
    Filter set(int position) {
        return optional.map(Filter.IsSet::new)
                .orElseThrow(() -> new MisreadException(
                        position, name + " always has a value", Operator.written(kind.operators())));
    }
}
