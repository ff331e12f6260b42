package dev.almanac.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.backing.BackingServices;
import dev.almanac.local.backing.Database;
import dev.almanac.projection.backing.TestLog;
import dev.almanac.projection.backing.TestReadModel;
import dev.almanac.projection.history.History;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The program as it is started, with its settings as an operator gives them. */
class ProjectionWriterApplicationTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @AutoClose
    private final TestReadModel readModel = TestReadModel.empty();

    @AutoClose
    private final TestLog log = TestLog.ofTheCatalogue();

    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    ProjectionWriterApplicationTest() throws InterruptedException {}

    @Test
    void followsTheLogAndIsRebuiltBesideItself() throws Exception {
        List<History.Entry> history = History.of(new Random(5).ints(200).boxed().toList());
        log.append(history.subList(0, 150));

        try (ConfigurableApplicationContext service = run(ProjectionWriterApplication.following())) {
            awaitSeqs(history.subList(0, 150));
            Map<String, List<String>> live = readModel.contents();

            run(ProjectionWriterApplication.rebuilding()).close();
            assertThat(readModel.contents()).isEqualTo(live);

            log.append(history.subList(150, 200));
            awaitSeqs(history);
            assertThat(get(service, "/actuator/health/liveness")).contains("\"UP\"");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(get(service, "/actuator/health/readiness"))
                            .contains("\"UP\""));
            assertThat(get(service, "/actuator/prometheus"))
                    .contains(
                            "almanac_projection_lag{topic=\"task-events\"} 0.0",
                            "almanac_projection_lag{topic=\"task-audit\"} 0.0",
                            "almanac_projection_workspaces_halted{topic=\"task-events\"} 0.0",
                            "almanac_projection_delay_seconds_bucket",
                            "almanac_projection_write_seconds_count",
                            "almanac_projection_batch_events_sum{topic=\"task-events\"} 200.0",
                            "almanac_projection_dead_letters_records_total{topic=\"task-events\"} 0.0");
        }
    }

    @Test
    void deletesWhatWasDoneLongerAgoThanIsKept() {
        try (ConfigurableApplicationContext _ =
                run(ProjectionWriterApplication.following(), "--almanac.projection.audit.sweep-interval=50ms")) {
            readModel.execute("""
                    insert into audit_count (workspace_id, day, user_id, action, count, rejected)
                    select gen_random_uuid(), current_date - age, gen_random_uuid(), 'create_task', 1, 0
                    from unnest(array[1, 300, 400, 4000]) as age""");

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(readModel.count("audit_count")).isEqualTo(2));
            assertThat(readModel.query("select current_date - day from audit_count order by day"))
                    .containsExactly("300", "1");
        }
    }

    @Test
    void anUnknownCommandIsRefused() {
        assertThatThrownBy(() -> ProjectionWriterApplication.main(new String[] {"rebuilt"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rebuild");
    }

    private void awaitSeqs(List<History.Entry> history) {
        List<String> last = history.stream()
                .collect(Collectors.toMap(History.Entry::workspaceId, History.Entry::seq, Math::max))
                .values()
                .stream()
                .map(String::valueOf)
                .toList();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(readModel.query("select seq from progress"))
                        .containsExactlyInAnyOrderElementsOf(last));
    }

    private ConfigurableApplicationContext run(SpringApplicationBuilder application, String... more) {
        BackingServices backing = BackingServices.shared();
        Database database = readModel.database();
        List<String> settings = List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + backing.bootstrapServers(),
                "--almanac.registry.url=" + backing.registryUrl(),
                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                "--spring.r2dbc.username=" + database.user(),
                "--spring.r2dbc.password=" + database.password(),
                "--spring.flyway.url=" + database.jdbcUrl(),
                "--spring.flyway.user=" + database.user(),
                "--spring.flyway.password=" + database.password());
        return application.run(Stream.concat(settings.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private String get(ConfigurableApplicationContext service, String path) throws IOException, InterruptedException {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
