package dev.almanac.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The programs of this machine. */
public final class Programs {
    private static final Pattern PATH_SEPARATOR = Pattern.compile(Pattern.quote(System.getProperty("path.separator")));

    private Programs() {}

    /** Whether a command of this name would be found. */
    public static boolean onPath(String name) {
        String path = System.getenv("PATH");
        return path != null
                && PATH_SEPARATOR
                        .splitAsStream(path)
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name)));
    }

    /** The {@code java} that runs this JVM. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
