package dev.almanac.local.cli;

import dev.almanac.local.home.LocalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a part says. */
@Command(name = "logs", description = "Shows what a part says.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    private static final String SUFFIX = ".log";

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "PART", description = "Its name, as ./almanac status tells it.")
    private String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what it says from now on.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = data.existing().log(part);
        if (!Files.exists(log)) {
            throw new LocalException("No part " + part + " has ever run here; there are logs of " + others(log));
        }
        List<String> command =
                follow ? List.of("tail", "-n", "100", "-F", log.toString()) : List.of("cat", log.toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static String others(Path log) {
        try (Stream<Path> files = Files.list(log.getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
