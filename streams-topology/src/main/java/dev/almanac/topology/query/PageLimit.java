package dev.almanac.topology.query;

import org.springframework.web.server.ServerWebInputException;

/** How many things a page has at most. */
final class PageLimit {
    private static final int LARGEST = 200;

    private PageLimit() {}

    /** The limit as it was asked for; a bad request where it is none. */
    static int of(int asked) {
        if (asked < 1 || asked > LARGEST) {
            throw new ServerWebInputException("limit must be from 1 to " + LARGEST);
        }
        return asked;
    }
}
