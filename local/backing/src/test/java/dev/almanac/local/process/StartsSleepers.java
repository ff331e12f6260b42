package dev.almanac.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A parent to be killed: starts two processes, one of which starts another, prints their ids, and waits. */
final class StartsSleepers {
    private StartsSleepers() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        try (Tether tether = new Tether()) {
            Child plain = tether.start(launch(directory, "plain", "sleep", "600"));
            Child nested = tether.start(launch(directory, "nested", "sh", "-c", "sleep 600 & wait"));
            System.out.println(plain.pid() + " " + nested.pid());
            plain.ended().join();
        }
    }

    private static Launch launch(Path directory, String name, String... command) {
        return new Launch(
                name, List.of(command), Map.of(), directory, directory.resolve(name + ".log"), StopSignal.TERM);
    }
}
