package dev.almanac.topology.query;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** What a read can answer but the thing itself, as RFC 9457 has it. */
enum Problem {
    NOT_FOUND(HttpStatus.NOT_FOUND, "No such thing in a workspace of this user"),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "The token of Almanac's services is missing or wrong"),
    SYNC_TIMEOUT(HttpStatus.SERVICE_UNAVAILABLE, "The store has not reached the Sync-Token in time"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The workspace's store can't be read at present");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TYPES = "https://almanac.dev/problems/";
    private static final String RETRY_AFTER_SECONDS = "1";

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    private record Body(String type, String title, int status) {}

    HttpStatus status() {
        return status;
    }

    byte[] body() {
        String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return JSON.writeValueAsBytes(new Body(TYPES + slug, title, status.value()));
    }

    /** The answer, without headers that tell of a store. */
    ResponseEntity<byte[]> response() {
        return response(HttpHeaders.EMPTY);
    }

    ResponseEntity<byte[]> response(HttpHeaders headers) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.body(body());
    }
}
