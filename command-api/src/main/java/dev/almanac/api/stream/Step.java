package dev.almanac.api.stream;

/** What is to be done next for one client. */
sealed interface Step {
    /** Send this. */
    record Send(Link link) implements Step {}

    /** Nothing, until the chain moves. */
    record Wait() implements Step {}

    /**
     * Ask the read model for a page of changes.
     *
     * @param after which seq
     * @param atLeast how far the read model must be
     * @param limit the most changes of it
     */
    record Fetch(long after, long atLeast, int limit) implements Step {}

    /** Close the stream. */
    enum End implements Step {
        /** The client took less than it was sent, for so long that what it needs next is gone. It can resume. */
        TOO_SLOW,
        /** The user is no member any more. */
        NO_MEMBER
    }
}
