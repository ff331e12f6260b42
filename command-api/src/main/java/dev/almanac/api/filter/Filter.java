package dev.almanac.api.filter;

import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.TaskStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which tasks are meant. Every field exists, every value is of its field's kind, and nothing relative is left in it: it
 * means the same tasks wherever and whenever it is evaluated. Text is in the lower case in which it is compared.
 *
 * <p>A term is true or false of a task, never unknown: where the task has no such value it is false, and so {@link Not}
 * of it is true.
 */
public sealed interface Filter {
    /** What all of several mean. */
    record All(List<Filter> of) implements Filter {
        public All {
            of = List.copyOf(of);
        }
    }

    /** What any of several means. */
    record Any(List<Filter> of) implements Filter {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** What another does not mean, tasks without a value included. */
    record Not(Filter of) implements Filter {}

    /** One question to one field. */
    sealed interface Term extends Filter {}

    record StatusIn(SortedSet<TaskStatus> statuses) implements Term {
        public StatusIn {
            statuses = sorted(statuses);
        }
    }

    record PriorityIn(SortedSet<Priority> priorities) implements Term {
        public PriorityIn {
            priorities = sorted(priorities);
        }
    }

    /** In one of some lists, by id or by name. */
    record ListIn(SortedSet<UUID> ids, SortedSet<String> names) implements Term {
        public ListIn {
            ids = sorted(ids);
            names = sorted(names);
        }
    }

    /** In a list whose name holds this. */
    record ListContains(String part) implements Term {}

    /** With at least one of some tags. */
    record TagIn(SortedSet<String> tags) implements Term {
        public TagIn {
            tags = sorted(tags);
        }
    }

    /** With a tag that holds this. */
    record TagContains(String part) implements Term {}

    record IdIn(IdField field, SortedSet<UUID> ids) implements Term {
        public IdIn {
            ids = sorted(ids);
        }
    }

    record TextIn(TextField field, SortedSet<String> texts) implements Term {
        public TextIn {
            texts = sorted(texts);
        }
    }

    record TextContains(TextField field, String part) implements Term {}

    /**
     * Where one of both is a whole day, days are compared: a moment is before a day if it is before its beginning.
     *
     * @param zone whose days are meant
     */
    record DateIs(DateField field, Comparison comparison, Point point, ZoneId zone) implements Term {}

    /** With any value in a field. */
    record IsSet(OptionalField field) implements Term {}

    record Recurring() implements Term {}

    /** Open, and due before this moment; for a day, if the day is over. */
    record Overdue(Instant now) implements Term {}

    private static <T> SortedSet<T> sorted(Set<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
