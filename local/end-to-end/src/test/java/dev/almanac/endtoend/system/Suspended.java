package dev.almanac.endtoend.system;

import java.util.List;

/** A process that gets no time from the machine, until it is closed. */
public record Suspended(long pid) implements AutoCloseable {
    static Suspended of(long pid) {
        signal("-STOP", pid);
        return new Suspended(pid);
    }

    @Override
    public void close() {
        signal("-CONT", pid);
    }

    private static void signal(String signal, long pid) {
        Almanac.run(List.of("kill", signal, Long.toString(pid))).good();
    }
}
