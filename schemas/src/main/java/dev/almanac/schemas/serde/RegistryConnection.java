package dev.almanac.schemas.serde;

import com.microsoft.kiota.RequestInformation;
import io.apicurio.registry.rest.client.RegistryClient;
import io.kiota.http.jdk.JDKRequestAdapter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * A client of the registry on the JDK's own HTTP client. Apicurio's factory would want Vert.x, an event loop beside ours,
 * for a schema now and then.
 */
final class RegistryConnection {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private RegistryConnection() {}

    static RegistryClient open(RegistrySettings settings) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        JDKRequestAdapter adapter = new ImpatientAdapter(http);
        adapter.setBaseUrl(settings.coreApi());
        return new RegistryClient(adapter);
    }

    /** Gives up on a registry that took the request and never answers. */
    private static final class ImpatientAdapter extends JDKRequestAdapter {
        ImpatientAdapter(HttpClient http) {
            super(http);
        }

        @Override
        protected HttpRequest getRequestFromRequestInformation(RequestInformation information) {
            return HttpRequest.newBuilder(super.getRequestFromRequestInformation(information), (name, value) -> true)
                    .timeout(ANSWER_TIMEOUT)
                    .build();
        }
    }
}
