package dev.almanac.local;

import dev.almanac.local.cli.AlmanacCommand;

/** The program behind the {@code almanac} script. */
public final class Almanac {
    private Almanac() {}

    public static void main(String[] arguments) {
        System.exit(AlmanacCommand.run(arguments));
    }
}
