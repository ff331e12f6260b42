package dev.almanac.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param name for messages to people
 * @param command the program, by its path or to be found on the PATH, and its arguments
 * @param environment what is added to this JVM's own
 * @param directory the process's working directory, which exists
 * @param log where its output is appended
 * @param stop what asks it to end
 */
public record Launch(
        String name, List<String> command, Map<String, String> environment, Path directory, Path log, StopSignal stop) {
    public Launch {
        if (command.isEmpty()) {
            throw new IllegalArgumentException(name + ": nothing to run");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
