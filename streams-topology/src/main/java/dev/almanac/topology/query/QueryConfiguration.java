package dev.almanac.topology.query;

import dev.almanac.topology.config.InstanceProperties;
import dev.almanac.topology.config.InternalProperties;
import dev.almanac.topology.config.QueryProperties;
import dev.almanac.topology.run.StreamsClient;
import dev.almanac.topology.store.StateCodecs;
import java.time.Clock;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class QueryConfiguration {
    /** A page of the largest tasks. */
    private static final int LARGEST_ANSWER_BYTES = 32 * 1024 * 1024;

    @Bean
    InternalTokenFilter internalTokenFilter(InternalProperties internal) {
        return new InternalTokenFilter(internal.token());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler storeReads(QueryProperties bounds) {
        return Schedulers.newBoundedElastic(bounds.threads(), bounds.queue(), "store-reads");
    }

    @Bean
    WorkspaceRouting workspaceRouting(StreamsClient client, InstanceProperties instance) {
        return new WorkspaceRouting(client, HostInfo.buildFromEndpoint(instance.advertised()));
    }

    @Bean
    StandbyLag standbyLag(Clock clock) {
        return new StandbyLag(clock);
    }

    @Bean
    WorkspaceReads workspaceReads(
            StreamsClient client,
            WorkspaceRouting routing,
            StandbyLag lag,
            Scheduler storeReads,
            QueryProperties bounds,
            InternalProperties internal) {
        WebClient http = WebClient.builder()
                .defaultHeaders(headers -> headers.setBearerAuth(internal.token()))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER_BYTES))
                .build();
        return new WorkspaceReads(
                routing,
                new LocalReads(client, StateCodecs.create(), lag, bounds.maxStandbyLag()),
                new PeerReads(http, bounds.forwardTimeout()),
                storeReads,
                bounds);
    }

    @Bean
    QueryController queryController(WorkspaceReads reads, TopologyOverview overview) {
        return new QueryController(reads, overview);
    }

    @Bean
    TopologyOverview topologyOverview(
            StreamsClient client, WorkspaceRouting routing, StandbyLag lag, Scheduler storeReads) {
        return new TopologyOverview(client, routing, lag, storeReads);
    }
}
