package dev.almanac.api.http;

/** Media types of requests and responses. */
final class MediaTypes {
    static final String JSON = "application/json";
    /** RFC 4180. */
    static final String CSV = "text/csv";

    /** RFC 5545. */
    static final String CALENDAR = "text/calendar";

    /** A line of JSON at a time. */
    static final String NDJSON = "application/x-ndjson";

    /** RFC 7396. */
    static final String MERGE_PATCH = "application/merge-patch+json";

    private MediaTypes() {}
}
