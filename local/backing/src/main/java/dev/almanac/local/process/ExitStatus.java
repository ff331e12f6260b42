package dev.almanac.local.process;

/** How a process ended. */
public final class ExitStatus {
    private static final int SIGNALS = 128;

    private ExitStatus() {}

    /** The exit status as the shells count it, which adds 128 to the signal that ended a process. */
    public static String inWords(int status) {
        return status > SIGNALS ? "killed by signal " + (status - SIGNALS) : "exit status " + status;
    }
}
