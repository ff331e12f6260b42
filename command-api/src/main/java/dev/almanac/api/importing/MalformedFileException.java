package dev.almanac.api.importing;

/** A file that can't be read on from some place. */
final class MalformedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /** @param pointer to the place */
    MalformedFileException(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    String pointer() {
        return pointer;
    }
}
