package dev.almanac.api.filter.read;

import dev.almanac.api.filter.Comparison;
import dev.almanac.api.filter.DateField;
import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.IdField;
import dev.almanac.api.filter.TextField;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.TaskStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of fields. */
final class Kinds {
    private static final String ME = "me";
    private static final List<String> TRUTHS = List.of("true", "false");

    private Kinds() {}

    /** One of a few words. */
    record Status() implements FieldKind {
        @Override
        public Set<Operator> operators() {
            return Operator.SAME;
        }

        @Override
        public Filter in(List<Value> values, Asker asker) {
            return new Filter.StatusIn(set(values, value -> symbol(TaskStatus.class, value)));
        }
    }

    /** One of a few words that have an order. */
    record Rank() implements FieldKind {
        @Override
        public Set<Operator> operators() {
            return Operator.ORDERED;
        }

        @Override
        public Filter in(List<Value> values, Asker asker) {
            return new Filter.PriorityIn(set(values, value -> symbol(Priority.class, value)));
        }

        @Override
        public Filter compared(Comparison comparison, Value value, Asker asker) {
            var other = symbol(Priority.class, value);
            return new Filter.PriorityIn(Arrays.stream(Priority.values())
                    .filter(priority -> comparison.holds(priority.compareTo(other)))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** The list, by id or name. */
    record OfList() implements FieldKind {
        @Override
        public Set<Operator> operators() {
            return Operator.TEXTUAL;
        }

        @Override
        public Filter in(List<Value> values, Asker asker) {
            var ids =
                    values.stream().flatMap(value -> id(value).stream()).collect(Collectors.toCollection(TreeSet::new));
            var names = set(values.stream().filter(value -> id(value).isEmpty()).toList(), Kinds::someText);
            return new Filter.ListIn(ids, names);
        }

        @Override
        public Filter containing(Value value) {
            return new Filter.ListContains(someText(value));
        }
    }

    /** Any of the tags. */
    record Tag() implements FieldKind {
        @Override
        public Set<Operator> operators() {
            return Operator.TEXTUAL;
        }

        @Override
        public Filter in(List<Value> values, Asker asker) {
            return new Filter.TagIn(set(values, Kinds::someText));
        }

        @Override
        public Filter containing(Value value) {
            return new Filter.TagContains(someText(value));
        }
    }

    /** What is named by id alone. */
    record Id(IdField field) implements FieldKind {
        @Override
        public Set<Operator> operators() {
            return Operator.SAME;
        }

        @Override
        public Filter in(List<Value> values, Asker asker) {
            return new Filter.IdIn(field, set(values, value -> id(value, asker)));
        }

        private UUID id(Value value, Asker asker) {
            return switch (field) {
                case ASSIGNEE ->
                    value.lower().equals(ME)
                            ? asker.userId()
                            : Kinds.id(value).orElseThrow(() -> value.refused(List.of(ME, "the id of a user")));
                case PARENT -> Kinds.id(value).orElseThrow(() -> value.refused(List.of("the id of a task")));
            };
        }
    }

    record Text(TextField field) implements FieldKind {
        @Override
        public Set<Operator> operators() {
            return Operator.TEXTUAL;
        }

        @Override
        public Filter in(List<Value> values, Asker asker) {
            return new Filter.TextIn(field, set(values, Kinds::someText));
        }

        @Override
        public Filter containing(Value value) {
            return new Filter.TextContains(field, someText(value));
        }
    }

    record Date(DateField field) implements FieldKind {
        @Override
        public Set<Operator> operators() {
            return Operator.ORDERED;
        }

        @Override
        public Filter in(List<Value> values, Asker asker) {
            var days = values.stream()
                    .map(value -> compared(Comparison.EQUAL, value, asker))
                    .toList();
            return days.size() == 1 ? days.getFirst() : new Filter.Any(days);
        }

        @Override
        public Filter compared(Comparison comparison, Value value, Asker asker) {
            return new Filter.DateIs(field, comparison, PointText.read(value, asker), asker.zone());
        }
    }

    /**
     * True or false.
     *
     * @param term what it means that it is true
     */
    record Truth(Function<Asker, Filter.Term> term) implements FieldKind {
        @Override
        public Set<Operator> operators() {
            return Operator.SINGLE;
        }

        @Override
        public Filter in(List<Value> values, Asker asker) {
            var value = values.getFirst();
            if (!TRUTHS.contains(value.lower())) {
                throw value.refused(TRUTHS);
            }
            return value.lower().equals("true") ? term.apply(asker) : new Filter.Not(term.apply(asker));
        }
    }

    private static <T> SortedSet<T> set(List<Value> values, Function<Value, T> read) {
        return values.stream().map(read).collect(Collectors.toCollection(TreeSet::new));
    }

    private static <E extends Enum<E>> E symbol(Class<E> type, Value value) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> name(constant).equals(value.lower()))
                .findFirst()
                .orElseThrow(() -> value.refused(
                        Stream.of(type.getEnumConstants()).map(Kinds::name).toList()));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String someText(Value value) {
        if (value.text().isEmpty()) {
            throw new MisreadException(value.position(), "Expected some text", List.of("some text"));
        }
        return value.lower();
    }

    private static Optional<UUID> id(Value value) {
        try {
            // Shorter ones are taken by UUID.fromString too.
            return value.text().length() == 36 ? Optional.of(UUID.fromString(value.text())) : Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
