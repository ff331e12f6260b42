package dev.almanac.api.support;

import dev.almanac.api.http.FilteredTasks;
import dev.almanac.api.http.Memberships;
import dev.almanac.api.http.RecordedActions;
import dev.almanac.api.http.WorkspaceLists;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.quickadd.NamedList;
import dev.almanac.api.read.Seen;
import dev.almanac.api.reply.PendingReplies;
import dev.almanac.schemas.model.Role;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import reactor.core.publisher.Mono;

/** The API's write side on a real port, with a {@link ScriptedTopology} behind it and neither Kafka nor Postgres. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan("dev.almanac.api")
@ComponentScan(
        basePackages = "dev.almanac.api",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "dev\\.almanac\\.api\\.CommandApiApplication",
                            "dev\\.almanac\\.api\\.(export|kafka|query|read|search|stream|sync)\\..*",
                            "dev\\.almanac\\.api\\.publish\\.KafkaCommandPublisher",
                            "dev\\.almanac\\.api\\.reply\\.(KafkaCommandLookup|ResultListener|ResultConsumers)",
                            ".*Slice",
                            ".*Test(\\$.*)?",
                        }))
public class Slice {
    /** Starts it for a test that is not Spring's, with no rate limited. */
    public static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Slice.class)
                .run(
                        "--server.port=0",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + TestIssuer.shared().uri(),
                        "--almanac.internal.token=a-token-for-the-tests",
                        "--almanac.secrets.master-key=a-key-that-is-there-for-the-tests",
                        "--almanac.rate-limit.per-second=1000000",
                        "--almanac.rate-limit.burst=1000000");
    }

    /** Nothing was done, as far as is known here. */
    @Bean
    RecordedActions recordedActions() {
        return (workspace, user, atLeast, asked) ->
                Mono.error(() -> Problem.of(ProblemType.NOT_FOUND, "nothing").exception());
    }

    /** Every workspace has the one list, as far as is known here. */
    @Bean
    WorkspaceLists workspaceLists() {
        return (workspace, user, atLeast) -> Mono.just(List.of(new NamedList(Facts.LIST, "Errands")));
    }

    /** Everybody may edit every workspace, likewise. */
    @Bean
    Memberships memberships() {
        return (workspace, user, atLeast) -> Mono.just(Role.EDITOR);
    }

    /** Every filter means the same two tasks. */
    @Bean
    FilteredTasks filteredTasks() {
        return (workspace, user, filter, pointer, atLeast, most) ->
                Mono.just(new Seen<>(7, List.of(Facts.TASK, Facts.LIST)));
    }

    @Bean
    ScriptedTopology scriptedTopology(PendingReplies replies) {
        return new ScriptedTopology(replies);
    }
}
