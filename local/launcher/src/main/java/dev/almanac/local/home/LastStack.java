package dev.almanac.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers, for one clone of the repository, which stack it started last: what a command without {@code --data} means.
 *
 * @param repository the root of the clone
 */
public record LastStack(Path repository) {
    static final String FILE = "last-stack";
    private static final String FOLDER = ".almanac";

    /** Where data goes unless something else is said. */
    public Path defaultDirectory() {
        return repository.resolve(FOLDER);
    }

    public void remember(StackDirectory directory) {
        try {
            Files.createDirectories(defaultDirectory());
            Files.writeString(pointer(), directory.root().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory of the stack that was started last, or the default. */
    public Path directory() {
        try {
            return Files.exists(pointer()) ? Path.of(Files.readString(pointer())) : defaultDirectory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pointer() {
        return defaultDirectory().resolve(FILE);
    }
}
