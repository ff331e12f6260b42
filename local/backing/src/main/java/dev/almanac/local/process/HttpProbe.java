package dev.almanac.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a health endpoint. */
public final class HttpProbe {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private HttpProbe() {}

    /** Whether the address answers 200 within a second. */
    public static boolean succeeds(URI address) {
        return answers(address, 200);
    }

    /** Whether the address answers with this status within a second. */
    public static boolean answers(URI address, int status) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).timeout(LIMIT).build(), BodyHandlers.discarding())
                            .statusCode()
                    == status;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
