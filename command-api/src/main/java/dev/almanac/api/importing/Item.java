package dev.almanac.api.importing;

import tools.jackson.databind.node.ObjectNode;

/**
 * A thing in a file, as Almanac's own JSON would have it.
 *
 * @param section of the file, such as {@code tasks} or {@code rows}
 * @param number of it there, as people count in such files
 */
record Item(Kind kind, String section, int number, ObjectNode json) {
    /** What can be imported. */
    enum Kind {
        LIST,
        TASK,
        COMMENT
    }

    /** JSON pointer to it, or what comes closest to one. */
    String pointer() {
        return "/" + section + "/" + number;
    }
}
