package dev.almanac.local.cli;

import dev.almanac.local.supervise.Journal;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what happens, a line each. */
final class Terminal implements Journal {
    private final PrintWriter out;

    Terminal(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void tell(String part, String news) {
        say(String.format(Locale.ROOT, "  %-18s %s", part, news));
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
