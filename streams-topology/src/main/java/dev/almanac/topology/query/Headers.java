package dev.almanac.topology.query;

/** Headers of the internal API that HTTP doesn't know. */
final class Headers {
    /** In a request: the workspace's seq that the answer must have seen. In an answer: the one that it has seen. */
    static final String SYNC_TOKEN = "Sync-Token";

    /** In an answer: {@code owner} or {@code standby}. Where it is missing no store was read. */
    static final String READ_FROM = "Almanac-Read";

    /** In an answer: changelog records by which the store that was read is behind. */
    static final String LAG = "Almanac-Lag";

    /** In a request: another instance has forwarded it, so it is answered here or not at all. */
    static final String FORWARDED = "Almanac-Forwarded";

    private Headers() {}
}
