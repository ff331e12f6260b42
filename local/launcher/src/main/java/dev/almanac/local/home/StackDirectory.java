package dev.almanac.local.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The data directory of one stack, and what lies where in it.
 *
 * @param root the directory, as an absolute path
 */
public record StackDirectory(Path root) {
    /** Its presence tells that the directory is ours. */
    private static final String MARKER = "stack.properties";

    private static final long LEAST_FREE_BYTES = 512L * 1024 * 1024;
    private static final long MEBIBYTE = 1024L * 1024;

    /**
     * The directory for a stack that is to be started; made where it does not exist.
     *
     * @throws LocalException where it is something else, can't be written, or has no room
     */
    public static StackDirectory prepare(Path path) {
        Path root = path.toAbsolutePath().normalize();
        StackDirectory directory = new StackDirectory(root);
        try {
            if (!Files.exists(root)) {
                Files.createDirectories(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new LocalException("Can't make the data directory " + root + ": " + reason(e), e);
        }
        if (!Files.isDirectory(root)) {
            throw new LocalException("The data directory " + root + " is not a directory");
        }
        if (!Files.isWritable(root)) {
            throw new LocalException("The data directory " + root + " can't be written by this user");
        }
        if (!directory.isStack() && !directory.isUnused()) {
            throw new LocalException("The directory " + root
                    + " holds something else; give --data an empty one, or one of an earlier run");
        }
        if (directory.freeBytes() < LEAST_FREE_BYTES) {
            throw new LocalException("The disk of " + root + " has only " + directory.freeBytes() / MEBIBYTE
                    + " MiB left; Almanac needs " + LEAST_FREE_BYTES / MEBIBYTE + " MiB");
        }
        directory.mark();
        return directory;
    }

    private void mark() {
        try {
            if (!isStack()) {
                PrivateFile.write(settings(), "");
            }
        } catch (IOException e) {
            throw new LocalException("Can't write to the data directory " + root + ": " + reason(e), e);
        }
    }

    /**
     * The directory of a stack that has been started before.
     *
     * @throws LocalException where there is none
     */
    public static StackDirectory existing(Path path) {
        StackDirectory directory = new StackDirectory(path.toAbsolutePath().normalize());
        if (!directory.isStack()) {
            throw new LocalException(
                    "No stack was ever started in " + directory.root + "; start one with ./almanac up");
        }
        return directory;
    }

    /** Ports and format. */
    Path settings() {
        return root.resolve(MARKER);
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** What runs, for other commands to read. */
    public Path status() {
        return root.resolve("status.json");
    }

    /** The issuer's private key. */
    public Path signingKey() {
        return root.resolve("signing-key.json");
    }

    /** What a part keeps. */
    public Path of(String part) {
        return root.resolve(part);
    }

    /** What a part says. */
    public Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    /** What the disk has left. */
    public long freeBytes() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw new LocalException("Can't look at the disk of " + root + ": " + reason(e), e);
        }
    }

    private boolean isStack() {
        return Files.isRegularFile(settings());
    }

    private boolean isUnused() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.allMatch(entry -> entry.getFileName().toString().equals(LastStack.FILE));
        } catch (IOException e) {
            throw new LocalException("Can't read the data directory " + root + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
