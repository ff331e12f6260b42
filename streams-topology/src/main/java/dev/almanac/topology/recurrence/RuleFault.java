package dev.almanac.topology.recurrence;

/**
 * What is wrong with a rule.
 *
 * @param position of the character at fault, from 1
 * @param expected what should be there instead, as the end of a sentence
 */
public record RuleFault(int position, String expected) {
    public String sentence() {
        return "At character " + position + ": " + expected + ".";
    }
}
