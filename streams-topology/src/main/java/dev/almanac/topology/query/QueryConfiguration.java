package dev.almanac.topology.query;

import dev.almanac.topology.config.InstanceProperties;
import dev.almanac.topology.config.InternalProperties;
import dev.almanac.topology.config.QueryProperties;
import dev.almanac.topology.run.StreamsClients;
import dev.almanac.topology.store.StoredWorkspace;
import dev.almanac.topology.store.activity.StoredActivity;
import dev.almanac.topology.store.activity.StoredCounts;
import java.time.Clock;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class QueryConfiguration {
    /** A page of the largest tasks, or of what was changed of them. */
    private static final int LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;

    @Bean
    InternalTokenFilter internalTokenFilter(InternalProperties internal) {
        return new InternalTokenFilter(internal.token());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler storeReads(QueryProperties bounds) {
        return Schedulers.newBoundedElastic(bounds.threads(), bounds.queue(), "store-reads");
    }

    @Bean
    PeerReads peerReads(InternalProperties internal, QueryProperties bounds) {
        WebClient http = WebClient.builder()
                .defaultHeaders(headers -> headers.setBearerAuth(internal.token()))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER_BYTES))
                .build();
        return new PeerReads(http, bounds.forwardTimeout());
    }

    @Bean
    Queryables queryables(
            InstanceProperties instance, PeerReads peers, Scheduler storeReads, QueryProperties bounds, Clock clock) {
        return new Queryables(HostInfo.buildFromEndpoint(instance.advertised()), peers, storeReads, bounds, clock);
    }

    @Bean
    Queryable<StoredWorkspace> workspaces(Queryables queryables, StreamsClients clients) {
        return queryables.of(StoreAccess.workspaces(clients));
    }

    @Bean
    Queryable<StoredActivity> activity(Queryables queryables, StreamsClients clients) {
        return queryables.of(StoreAccess.activity(clients));
    }

    @Bean
    Queryable<StoredCounts> counts(Queryables queryables, StreamsClients clients) {
        return queryables.of(StoreAccess.counts(clients));
    }

    @Bean
    QueryController queryController(Queryable<StoredWorkspace> workspaces, Clock clock) {
        return new QueryController(workspaces.reads(), clock);
    }

    @Bean
    ActivityQueryController activityQueryController(
            Queryable<StoredActivity> activity, Queryable<StoredCounts> counts) {
        return new ActivityQueryController(activity.reads(), counts.reads());
    }

    @Bean
    TopologyController topologyController(Queryable<StoredWorkspace> workspaces, Queryable<StoredActivity> activity) {
        return new TopologyController(workspaces.overview(), activity.overview());
    }

    @Bean
    PreviewController previewController(Scheduler storeReads) {
        return new PreviewController(storeReads);
    }
}
