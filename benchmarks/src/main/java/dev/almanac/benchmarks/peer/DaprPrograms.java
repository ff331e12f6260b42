package dev.almanac.benchmarks.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Dapr's programs, where {@code dapr init --slim} puts them. */
public final class DaprPrograms {
    private static final Path FOLDER = Path.of(System.getProperty("user.home"), ".dapr", "bin");

    private DaprPrograms() {}

    /** What is missing, in words for people; empty where all is there that jobs need. */
    public static Optional<String> missing() {
        return Files.isExecutable(daprd()) && Files.isExecutable(scheduler())
                ? Optional.empty()
                : Optional.of("no daprd and scheduler in " + FOLDER + ": run dapr init --slim");
    }

    static Path daprd() {
        return FOLDER.resolve("daprd");
    }

    static Path scheduler() {
        return FOLDER.resolve("scheduler");
    }
}
