package dev.almanac.projection.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** {@code rebuild [--accept-gap=<workspace id>:<seq>]...}: runs a {@link Rebuild}, after which the process ends. */
public final class RebuildCommand implements ApplicationRunner {
    private final Rebuild rebuild;

    public RebuildCommand(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        @Nullable List<String> gaps = arguments.getOptionValues(AcceptGapArgument.NAME);
        rebuild.run(
                gaps == null
                        ? List.of()
                        : gaps.stream().map(AcceptGapArgument::parse).toList());
    }
}
