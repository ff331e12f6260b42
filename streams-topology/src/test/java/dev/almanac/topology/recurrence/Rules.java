package dev.almanac.topology.recurrence;

/** Reads rules that tests know to be sound, or not. */
final class Rules {
    private Rules() {}

    static Rule sound(String text) {
        return switch (Rule.read(text)) {
            case RuleReading.Sound(Rule rule) -> rule;
            case RuleReading.Faulty(RuleFault fault) -> throw new AssertionError(text + ": " + fault.sentence());
        };
    }

    static String faultOf(String text) {
        return switch (Rule.read(text)) {
            case RuleReading.Sound(Rule rule) -> throw new AssertionError(text + " is sound: " + rule);
            case RuleReading.Faulty(RuleFault fault) -> fault.sentence();
        };
    }
}
