package dev.almanac.topology.recurrence;

/** Leaves the reading of a rule at its first fault; {@link RuleReader} makes a value of it. */
final class RuleFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient RuleFault fault;

    RuleFaultException(int position, String expected) {
        super(expected, null, false, false);
        this.fault = new RuleFault(position, expected);
    }

    RuleFault fault() {
        return fault;
    }
}
