package dev.almanac.api.interactive;

import io.netty.channel.ChannelOption;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Makes clients of the topology's internal API. */
final class TopologyHttp {
    private static final int CONNECT_TIMEOUT_MS = 1_000;

    private TopologyHttp() {}

    /** @param largestAnswer in bytes */
    static WebClient client(TopologySettings topology, InternalSettings internal, int largestAnswer) {
        var http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
                .responseTimeout(topology.timeout());
        return WebClient.builder()
                .baseUrl(topology.url().toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(largestAnswer))
                .defaultHeaders(headers -> headers.setBearerAuth(internal.token()))
                .build();
    }
}
