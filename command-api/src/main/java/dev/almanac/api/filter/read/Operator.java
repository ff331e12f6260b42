package dev.almanac.api.filter.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be asked of a field with a value, or several. */
enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    CONTAINS("contains"),
    IN("in"),
    NOT_IN("not in");

    static final Set<Operator> SAME = EnumSet.of(EQUAL, UNEQUAL, IN, NOT_IN);
    static final Set<Operator> ORDERED = EnumSet.of(EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST, IN, NOT_IN);
    static final Set<Operator> TEXTUAL = EnumSet.of(EQUAL, UNEQUAL, CONTAINS, IN, NOT_IN);
    static final Set<Operator> SINGLE = EnumSet.of(EQUAL, UNEQUAL);

    private final String written;

    Operator(String written) {
        this.written = written;
    }

    static List<String> written(Set<Operator> operators) {
        return operators.stream().map(operator -> operator.written).toList();
    }

    static Operator of(String written) {
        for (var operator : values()) {
            if (operator.written.equalsIgnoreCase(written)) {
                return operator;
            }
        }
        throw new IllegalArgumentException(written + " is no operator");
    }

    @Override
    public String toString() {
        return written;
    }
}
