package dev.almanac.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that Java can't send. */
final class Signals {
    private Signals() {}

    static void send(String signal, long pid) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-s", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("No kill command on this machine", e);
        }
    }
}
