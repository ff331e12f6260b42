package dev.almanac.local.cli;

import dev.almanac.local.clock.Clocks;
import dev.almanac.local.demo.Demo;
import dev.almanac.local.home.LocalException;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.issuer.UserName;
import dev.almanac.local.stack.StackTokens;
import dev.almanac.local.supervise.StatusFile;
import dev.almanac.local.supervise.StatusFile.Status;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills the running system with something to look at. */
@Command(
        name = "demo",
        description = "Fills the running system with tasks worth looking at; what is there already stays as it is.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = UpCommand.SOMEBODY,
            converter = UserNameConverter.class,
            description = "Whose tasks they are (default: ${DEFAULT-VALUE}).")
    private UserName user;

    @Override
    public Integer call() throws InterruptedException {
        StackDirectory directory = data.existing();
        Status status = new StatusFile(directory.status())
                .read()
                .filter(found -> found.up() && found.process().isPresent())
                .orElseThrow(() -> new LocalException(
                        "Almanac is not running on " + directory.root() + "; start it with ./almanac up"));
        Clock clock = Clocks.wall();
        int added = new Demo(URI.create(status.url()), StackTokens.of(directory, clock), clock, zone()).load(user);
        new Terminal(spec.commandLine().getOut())
                .say(
                        added == 0
                                ? "All of it is there already; sign in as " + user.value() + " at " + status.url()
                                : added + " tasks added; sign in as " + user.value() + " at " + status.url());
        return 0;
    }

    /** The machine's; UTC where that is an offset only, which no calendar lives by. */
    private static ZoneId zone() {
        ZoneId zone = ZoneId.systemDefault();
        return ZoneId.getAvailableZoneIds().contains(zone.getId()) ? zone : ZoneId.of("UTC");
    }
}
