package dev.almanac.local.cli;

import dev.almanac.local.home.LastStack;
import dev.almanac.local.home.StackDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class DataOption {
    /** Set by the script to the root of its clone. */
    private static final String REPOSITORY = "almanac.repository";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The stack's data directory; by default that of the stack started last.")
    private @Nullable Path data;

    LastStack lastStack() {
        return new LastStack(
                Path.of(System.getProperty(REPOSITORY, "")).toAbsolutePath().normalize());
    }

    /** For starting: where nothing is said, the clone's own directory. */
    Path toStart() {
        return data != null ? data : lastStack().defaultDirectory();
    }

    /** For all other commands. */
    StackDirectory existing() {
        return StackDirectory.existing(data != null ? data : lastStack().directory());
    }
}
