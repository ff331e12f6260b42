package dev.almanac.api.filter.read;

import java.util.List;

/** Ends the reading of a filter where it can't be understood. */
final class MisreadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reading.Misread misread;

    MisreadException(int position, String detail, List<String> expected) {
        super(detail, null, false, false);
        misread = new Reading.Misread(position, detail, expected);
    }

    Reading.Misread misread() {
        return misread;
    }
}
