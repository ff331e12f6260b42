package dev.almanac.api.problem;

/**
 * One thing wrong with a request's body.
 *
 * @param pointer JSON pointer (RFC 6901) to the value at fault; empty for the whole body
 * @param detail what was expected there, a sentence for a person
 */
public record Violation(String pointer, String detail) {}
