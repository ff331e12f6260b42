package dev.almanac.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads a file of some format, thing by thing; the same each time. Lists come before their tasks. */
interface Source {
    /** What the format is called, in lower case. */
    String name();

    void read(InputStream file, Consumer<Item> items) throws IOException, MalformedFileException;

    /** Whether lists are what they are by their names, so that one of that name that is there already is meant. */
    boolean namesLists();
}
