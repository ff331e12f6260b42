package dev.almanac.topology.recurrence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the BY parts of a rule. */
final class PickReader {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?[0-9]{1,9})?(MO|TU|WE|TH|FR|SA|SU)");

    private static final int WEEKS = 53;
    private static final int LAST_SECOND = 59;

    private PickReader() {}

    static Map<Part, List<String>> read(RuleText text) throws RuleFaultException {
        Map<Part, List<String>> picks = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (part.picks() && text.has(part)) {
                List<String> values = new ArrayList<>();
                for (RuleText.Value value : text.list(part)) {
                    String read = part == Part.BYDAY ? weekday(value) : Integer.toString(number(part, value));
                    if (!values.contains(read)) {
                        values.add(read);
                    }
                }
                picks.put(part, List.copyOf(values));
            }
        }
        return picks;
    }

    private static int number(Part part, RuleText.Value value) throws RuleFaultException {
        return switch (part) {
            case BYMONTH -> number(value, 1, 12, "a month");
            case BYWEEKNO -> signed(value, WEEKS, "the number of a week");
            case BYYEARDAY -> signed(value, 366, "a day of the year");
            case BYMONTHDAY -> signed(value, 31, "a day of the month");
            case BYHOUR -> number(value, 0, 23, "an hour");
            case BYMINUTE -> number(value, 0, 59, "a minute");
            // RFC 5545: without leap seconds, 60 means 59.
            case BYSECOND -> Math.min(number(value, 0, 60, "a second"), LAST_SECOND);
            case BYSETPOS -> signed(value, 366, "a position");
            case BYDAY, FREQ, INTERVAL, COUNT, UNTIL, WKST, RSCALE, SKIP ->
                throw new IllegalArgumentException(part + " picks nothing by number");
        };
    }

    static int number(RuleText.Value value, int least, int most, String what) throws RuleFaultException {
        if (NUMBER.matcher(value.text()).matches()) {
            int number = Integer.parseInt(value.text());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new RuleFaultException(value.position(), "expected " + what + " from " + least + " to " + most);
    }

    private static int signed(RuleText.Value value, int most, String what) throws RuleFaultException {
        int number = number(value, -most, most, what);
        if (number == 0) {
            throw new RuleFaultException(
                    value.position(), "expected " + what + " from 1 to " + most + ", or from -" + most + " to -1");
        }
        return number;
    }

    private static String weekday(RuleText.Value value) throws RuleFaultException {
        Matcher weekday = WEEKDAY.matcher(value.text());
        if (!weekday.matches()) {
            throw new RuleFaultException(value.position(), "expected a weekday such as MO, 1MO or -1FR");
        }
        String number = weekday.group(1);
        return number == null
                ? weekday.group(2)
                : signed(new RuleText.Value(number, value.position()), WEEKS, "the number of a weekday")
                        + weekday.group(2);
    }

    /** Whether a weekday is counted, as in {@code -1FR}. */
    static boolean isCounted(String weekday) {
        return weekday.length() > 2;
    }
}
