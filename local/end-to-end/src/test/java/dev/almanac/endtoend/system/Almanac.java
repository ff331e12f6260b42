package dev.almanac.endtoend.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The script at the root of the repository, as a user runs it. */
public final class Almanac {
    /** What is started in a shell's background ignores the signal of Ctrl-C, and hands that on to all that it starts. */
    private static final List<String> HEEDING_INTERRUPTS = heedingInterrupts();

    private static final long PATIENCE_SECONDS = 180;

    private Almanac() {}

    private static List<String> heedingInterrupts() {
        List<String> prefix = List.of("env", "--default-signal=INT");
        // BSD's env can't, and there a test run in the background can't show what Ctrl-C does.
        return run(Stream.concat(prefix.stream(), Stream.of("true")).toList()).exit() == 0 ? prefix : List.of();
    }

    /** What a command came to; {@code said} is its output, {@code complained} its error output. */
    public record Result(int exit, String said, String complained) {
        /** What was said, of a command that succeeded. */
        public String good() {
            if (exit != 0) {
                throw new AssertionError("exit status " + exit + "\n" + said + complained);
            }
            return said;
        }
    }

    /** The root of the repository. */
    public static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, Objects::nonNull, Path::getParent)
                .filter(directory -> Files.exists(directory.resolve("almanac")))
                .findFirst()
                .orElseThrow();
    }

    /** Runs a command and waits for its end. */
    public static Result run(String... arguments) {
        return run(command(arguments));
    }

    /** Runs any program and waits for its end. */
    public static Result run(List<String> command) {
        try {
            File out = File.createTempFile("almanac", ".out");
            File err = File.createTempFile("almanac", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectOutput(out)
                        .redirectError(err)
                        .start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " did not end; it said\n" + Files.readString(out.toPath())
                            + Files.readString(err.toPath()));
                }
                return new Result(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
            } finally {
                Files.delete(out.toPath());
                Files.delete(err.toPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command that goes on, as a terminal does: Ctrl-C ends it. Both its outputs go to the file. */
    public static Process start(Path output, String... arguments) {
        try {
            List<String> command = new ArrayList<>(HEEDING_INTERRUPTS);
            command.addAll(command(arguments));
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command with the script's whole path. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(repository().resolve("almanac").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
