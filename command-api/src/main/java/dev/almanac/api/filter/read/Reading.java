package dev.almanac.api.filter.read;

import dev.almanac.api.filter.Filter;
import java.util.List;

/** What became of reading a filter. */
public sealed interface Reading {
    record Understood(Filter filter) implements Reading {}

    /**
     * @param position where it can't be understood, from 0, counted as Java and JavaScript count characters
     * @param detail what is wrong there, a sentence for a person
     * @param expected what could stand there instead
     */
    record Misread(int position, String detail, List<String> expected) implements Reading {
        public Misread {
            expected = List.copyOf(expected);
        }
    }
}
