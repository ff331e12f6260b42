package dev.almanac.local.process;

import java.io.IOException;

/** One process of the system: how to start it, and how to see that it works. */
public interface Part {
    String name();

    /** The port on 127.0.0.1 that others find it at. */
    int port();

    /**
     * Makes what the process needs to find, such as its directories and configuration; keeps what is there of an
     * earlier run.
     *
     * @throws IOException where that can't be written
     */
    Launch prepare() throws IOException, InterruptedException;

    /** Asks the running process once, for at most a second, whether it does its work. */
    boolean ready();

    /** Asks the running process once, likewise, whether it is sane; where it stays not so, only a new start helps. */
    default boolean alive() {
        return ready();
    }
}
