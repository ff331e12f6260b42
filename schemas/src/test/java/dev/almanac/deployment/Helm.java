package dev.almanac.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The {@code helm} of this machine, run on the chart. */
final class Helm {
    private static final String CHART = Path.of("..", "helm", "almanac").toString();

    /**
     * @param status 0 where it succeeded
     * @param output what it printed, errors among it
     */
    record Outcome(int status, String output) {}

    private Helm() {}

    /** Whether there is one in the PATH; tests of the chart need it. */
    static boolean isInstalled() {
        try {
            return run(List.of("helm", "version")).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static Outcome lint() throws IOException {
        return run(List.of("helm", "lint", "--strict", CHART));
    }

    /** Renders the chart as release {@code test}. */
    static Outcome template(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("helm", "template", "test", CHART));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    /** The resources that the chart makes. */
    static List<JsonNode> resources(String... arguments) throws IOException {
        Outcome outcome = template(arguments);
        if (outcome.status() != 0) {
            throw new AssertionError(outcome.output());
        }
        return Manifests.parse(outcome.output());
    }

    private static Outcome run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
