package dev.almanac.local.supervise;

/** Takes what a supervised part goes through, for a person to read. */
@FunctionalInterface
public interface Journal {
    /**
     * @param part whose news it is
     * @param news a few words
     */
    void tell(String part, String news);
}
