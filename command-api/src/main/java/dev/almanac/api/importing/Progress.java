package dev.almanac.api.importing;

import dev.almanac.api.problem.Violation;
import java.util.List;

/** How far an import is. */
public sealed interface Progress {
    /**
     * Nothing is wrong with the file, and nothing was taken, since that was all that was asked.
     *
     * @param format as which the file was read
     */
    record Checked(String format, int lists, int tasks, int comments) implements Progress {}

    /** Of all things of the file so many are there. */
    record Applying(int done, int of) implements Progress {}

    /**
     * All are there.
     *
     * @param made by this import
     * @param there before, as after an earlier try
     * @param seq by which reads show all of it
     */
    record Done(int made, int there, long seq) implements Progress {}

    /** It stopped; the same file sent again goes on from here. */
    record Stopped(int done, int of, String detail, List<Violation> errors) implements Progress {
        public Stopped {
            errors = List.copyOf(errors);
        }
    }
}
