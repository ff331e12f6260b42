package dev.almanac.local.cli;

import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.process.Programs;
import dev.almanac.local.supervise.StatusFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code up} in a process that stays, and shows what it says until it is up or has failed.
 *
 * @param directory of the stack
 * @param port of the web page and the API
 * @param terminal where to show it
 */
record DetachedUp(StackDirectory directory, int port, Terminal terminal) {
    static final String BACKGROUND = "--background";
    private static final String LOG = "almanac";
    private static final Duration POLL = Duration.ofMillis(100);

    /** @return the exit status of the other process; 0 where it is up and running */
    int run() throws IOException, InterruptedException {
        Path log = directory.log(LOG);
        Files.createDirectories(log.getParent());
        try (LogReader said = LogReader.atEnd(log)) {
            Process process = new ProcessBuilder(command())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            while (!isUp(process)) {
                boolean ended = process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
                said.lines().forEach(terminal::say);
                if (ended) {
                    return process.exitValue();
                }
            }
            said.lines().forEach(terminal::say);
            return 0;
        }
    }

    private boolean isUp(Process process) {
        return new StatusFile(directory.status())
                .read()
                .filter(status -> status.up() && status.supervisor() == process.pid())
                .isPresent();
    }

    /** This JVM's own command line, in a session of its own, so that no terminal takes it along. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Programs.onPath("setsid")) {
            command.add("setsid");
        } else {
            command.addAll(List.of("sh", "-c", "trap '' HUP INT; exec \"$@\"", LOG));
        }
        command.add(Programs.java().toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("dev.almanac.local.Almanac");
        command.addAll(
                List.of("up", BACKGROUND, "--data", directory.root().toString(), "--port", Integer.toString(port)));
        return command;
    }
}
