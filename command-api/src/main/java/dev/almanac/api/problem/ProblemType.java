package dev.almanac.api.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every kind of problem that the API answers with. The types are part of its contract: clients branch on them. */
public enum ProblemType {
    VALIDATION(HttpStatus.BAD_REQUEST, "The request is not valid"),
    MALFORMED(HttpStatus.BAD_REQUEST, "The request could not be read"),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "A valid bearer token is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Your role does not allow this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This method is not allowed here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "None of the accepted media types can be served"),
    CONFLICT(HttpStatus.CONFLICT, "The present state does not allow this"),
    ID_TAKEN(HttpStatus.CONFLICT, "This id is taken"),
    LIMIT_EXCEEDED(HttpStatus.CONFLICT, "A limit would be exceeded"),
    GONE(HttpStatus.GONE, "This is no longer there"),
    VERSION_MISMATCH(HttpStatus.PRECONDITION_FAILED, "It has been changed meanwhile"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This media type is not understood here"),
    IDEMPOTENCY_MISMATCH(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key belongs to another request"),
    NOT_ATTEMPTED(HttpStatus.FAILED_DEPENDENCY, "Not attempted because another operation was refused"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    SYNC_TIMEOUT(HttpStatus.SERVICE_UNAVAILABLE, "What you asked to see has not arrived here yet"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service is not available at the moment");

    private static final String BASE = "https://almanac.dev/problems/";

    private final HttpStatus status;
    private final String title;
    private final URI uri = URI.create(BASE + name().toLowerCase(Locale.ROOT).replace('_', '-'));

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with it. */
    public HttpStatus status() {
        return status;
    }

    /** A short summary, the same for each occurrence. */
    public String title() {
        return title;
    }

    /** The stable URI that identifies it. */
    public URI uri() {
        return uri;
    }
}
