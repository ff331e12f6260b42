package dev.almanac.local.cli;

import dev.almanac.local.supervise.PartStatus;
import dev.almanac.local.supervise.StatusFile;
import dev.almanac.local.supervise.StatusFile.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Tells what runs. */
@Command(name = "status", description = "Tells what runs.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "As JSON, for other programs.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<Status> written = new StatusFile(data.existing().status()).read();
        Optional<Status> running = written.filter(status -> status.process().isPresent());
        List<PartStatus> parts = running.or(() -> written.map(Status::orphaned))
                .map(Status::parts)
                .orElse(List.of());
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        if (json) {
            terminal.say(new JsonMapper()
                    .createObjectNode()
                    .set("parts", StatusFile.parts(parts))
                    .toString());
            return 0;
        }
        for (PartStatus part : parts) {
            terminal.tell(
                    part.name(),
                    String.format(
                            Locale.ROOT,
                            "%-9s port %-6d %s",
                            part.state().label(),
                            part.port(),
                            part.pid().isPresent() ? "pid " + part.pid().getAsLong() : ""));
        }
        terminal.say(running.map(status -> status.up() ? "Almanac is up at " + status.url() : "Almanac is starting")
                .orElse("Almanac is not running"));
        return 0;
    }
}
