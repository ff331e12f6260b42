package dev.almanac.topology.recurrence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule's text, taken apart into {@code NAME=value,value;...}, with the place of each piece. */
final class RuleText {
    /** Characters; with every list as long as it can sensibly be, a rule has fewer. */
    private static final int LONGEST = 1_000;

    private static final String NAMES =
            Arrays.stream(Part.values()).map(Part::name).collect(Collectors.joining(", "));

    private final Map<Part, List<Value>> values = new EnumMap<>(Part.class);

    /** @param position of its first character, from 1 */
    record Value(String text, int position) {}

    private RuleText() {}

    static RuleText of(String text) throws RuleFaultException {
        if (text.length() > LONGEST) {
            throw new RuleFaultException(LONGEST + 1, "expected at most " + LONGEST + " characters");
        }
        RuleText rule = new RuleText();
        int from = 0;
        for (String part : text.split(";", -1)) {
            rule.add(part, from + 1);
            from += part.length() + 1;
        }
        return rule;
    }

    private void add(String text, int position) throws RuleFaultException {
        int equals = text.indexOf('=');
        String name = (equals < 0 ? text : text.substring(0, equals)).toUpperCase(Locale.ROOT);
        Part part = Arrays.stream(Part.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RuleFaultException(position, "expected one of " + NAMES));
        if (equals < 0) {
            throw new RuleFaultException(position + text.length(), "expected = after " + part);
        }
        List<Value> list = new ArrayList<>();
        int from = position + equals + 1;
        for (String value : text.substring(equals + 1).split(",", -1)) {
            list.add(new Value(value.toUpperCase(Locale.ROOT), from));
            from += value.length() + 1;
        }
        if (values.put(part, list) != null) {
            throw new RuleFaultException(position, "expected " + part + " only once");
        }
    }

    boolean has(Part part) {
        return values.containsKey(part);
    }

    List<Value> list(Part part) {
        return values.getOrDefault(part, List.of());
    }

    Optional<Value> single(Part part) throws RuleFaultException {
        List<Value> list = list(part);
        if (list.size() > 1) {
            throw new RuleFaultException(list.get(1).position(), "expected one value of " + part);
        }
        return list.stream().findFirst();
    }

    /** Of the part's name; 1 where the rule has no such part. */
    int position(Part part) {
        return list(part).stream()
                .findFirst()
                .map(first -> first.position() - part.name().length() - 1)
                .orElse(1);
    }
}
