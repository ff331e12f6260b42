package dev.almanac.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.util.Strings;

/** Reads the VTODOs of an iCalendar file (RFC 5545) one by one. */
final class Calendar {
    static final String SECTION = "components";

    private Calendar() {}

    /** @param parameters with names in upper case */
    record Property(Map<String, String> parameters, String value) {
        /** The value as a person wrote it. */
        String text() {
            return Strings.unescape(value).replace("\r\n", "\n");
        }
    }

    /**
     * A component with what is in it.
     *
     * @param number among those of the file that are in no other, from 1
     */
    record Component(int number, String name, Map<String, List<Property>> properties, List<Component> inner) {
        Component(int number, String name) {
            this(number, name, new HashMap<>(), new ArrayList<>());
        }

        Optional<Property> first(String property) {
            return all(property).stream().findFirst();
        }

        List<Property> all(String property) {
            return properties.getOrDefault(property, List.of());
        }
    }

    /**
     * @param name is told the calendar's, if it has one
     * @param todos gets one after the other
     */
    static void read(InputStream file, Consumer<String> name, Consumer<Component> todos)
            throws IOException, MalformedFileException {
        var budget = new Budget(file);
        try {
            new CalendarParserImpl(false)
                    .parse(
                            new UnfoldingReader(new InputStreamReader(budget, StandardCharsets.UTF_8)),
                            new Handler(budget, name, todos));
        } catch (ParserException unreadable) {
            throw new MalformedFileException("", "expected iCalendar: " + unreadable.getMessage());
        } catch (Budget.SpentException tooLarge) {
            throw AlmanacJson.tooLarge();
        }
    }

    private static final class Handler implements ContentHandler {
        private final Budget budget;
        private final Consumer<String> name;
        private final Consumer<Component> todos;
        private final Deque<Component> open = new ArrayDeque<>();
        private Map<String, String> parameters = new HashMap<>();
        private String value = "";
        private int count;

        Handler(Budget budget, Consumer<String> name, Consumer<Component> todos) {
            this.budget = budget;
            this.name = name;
            this.todos = todos;
        }

        @Override
        public void startCalendar() {
            open.clear();
        }

        @Override
        public void endCalendar() {
            open.clear();
        }

        @Override
        public void startComponent(String component) {
            if (open.isEmpty()) {
                count++;
            }
            open.push(new Component(count, component.toUpperCase(Locale.ROOT)));
        }

        @Override
        public void endComponent(String component) {
            var ended = open.pop();
            if (!open.isEmpty()) {
                open.peek().inner().add(ended);
                return;
            }
            if (ended.name().equals("VTODO")) {
                todos.accept(ended);
            }
            budget.renew();
        }

        @Override
        public void startProperty(String property) {
            parameters = new HashMap<>();
            value = "";
        }

        @Override
        public void parameter(String parameter, String given) {
            parameters.put(parameter.toUpperCase(Locale.ROOT), given);
        }

        @Override
        public void propertyValue(String given) {
            value = given;
        }

        @Override
        public void endProperty(String property) {
            var known = property.toUpperCase(Locale.ROOT);
            var ended = new Property(parameters, value);
            if (!open.isEmpty()) {
                open.peek()
                        .properties()
                        .computeIfAbsent(known, _ -> new ArrayList<>())
                        .add(ended);
            } else if (known.equals("X-WR-CALNAME")) {
                name.accept(ended.text());
            }
        }
    }
}
