package dev.almanac.api.http;

/** Media types of requests and responses. */
final class MediaTypes {
    static final String JSON = "application/json";
    /** RFC 7396. */
    static final String MERGE_PATCH = "application/merge-patch+json";

    private MediaTypes() {}
}
