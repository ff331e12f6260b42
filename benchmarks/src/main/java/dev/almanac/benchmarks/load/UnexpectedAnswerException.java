package dev.almanac.benchmarks.load;

/** The system answered a request otherwise than a measurement may count. */
public final class UnexpectedAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnexpectedAnswerException(String answer) {
        super("answered " + answer);
    }
}
