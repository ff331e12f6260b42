package dev.almanac.topology.running;

import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createWorkspace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.process.Tether;
import dev.almanac.schemas.event.ListCreated;
import dev.almanac.schemas.event.MemberAdded;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.event.WorkspaceCreated;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.topology.deadletter.DeadLetters;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Labels;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service on the real broker and registry: two instances that share the partitions, until one is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunningTopologyTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TASK = "milk";

    /** So many that every partition has some. */
    private static final List<UUID> WORKSPACES = IntStream.range(0, 12)
            .mapToObj(number -> Ids.v5(Labels.id("running"), "workspace " + number))
            .toList();

    private final HttpClient http = HttpClient.newHttpClient();
    private Tether tether;
    private Commands commands;
    private Instance one;
    private Instance other;

    @BeforeAll
    void start(@TempDir Path state) throws Exception {
        tether = new Tether();
        commands = Commands.open();
        one = Instance.start(tether, http, Files.createDirectory(state.resolve("one")));
        other = Instance.start(tether, http, Files.createDirectory(state.resolve("other")));
        one.awaitReady();
        other.awaitReady();
        await().atMost(SOON).until(() -> shares(one) && shares(other));
        for (UUID workspace : WORKSPACES) {
            commands.put(workspace, createWorkspace("Team"));
            commands.put(workspace, createTask(TASK));
        }
    }

    @AfterAll
    void stop() throws Exception {
        one.kill();
        other.kill();
        tether.close();
        http.close();
        commands.close();
    }

    @Test
    @Order(1)
    void anAnswerIsCommittedTogetherWithWhatItTellsOf() {
        UUID workspace = Labels.id("answered");
        commands.put(workspace, createWorkspace("Team"));

        CommandResult answer = commands.put(workspace, createTask(TASK));

        assertThat(answer.getOutcomes().getFirst().getStatus()).isEqualTo(OutcomeStatus.ACCEPTED);
        assertThat(commands.committed(Topics.TASK_EVENTS, workspace))
                .hasExactlyElementsOfTypes(
                        WorkspaceCreated.class, MemberAdded.class, ListCreated.class, TaskCreated.class);
        assertThat(commands.committed(Topics.TASK_UPDATES, workspace)).hasSize(4);
        assertThat(commands.committed(Topics.TASK_AUDIT, workspace)).hasSize(2);
        assertThat(answer.getSeq()).isEqualTo(4);
    }

    @Test
    @Order(2)
    void everyInstanceAnswersForEveryWorkspace() throws Exception {
        List<String> owners = new ArrayList<>();
        for (UUID workspace : WORKSPACES) {
            HttpResponse<String> here = one.get(task(workspace, Act.OWNER));
            HttpResponse<String> there = other.get(task(workspace, Act.OWNER));

            assertThat(here.statusCode()).isEqualTo(200);
            assertThat(here.body()).contains("\"title\":\"milk\"").isEqualTo(there.body());
            for (HttpResponse<String> answer : List.of(here, there)) {
                assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
                assertThat(answer.headers().firstValue("Sync-Token")).contains("4");
                assertThat(answer.headers().firstValue("Almanac-Read")).contains("owner");
            }
            owners.add(readsItself(one, workspace) ? one.address() : other.address());
        }
        assertThat(owners).contains(one.address(), other.address());
    }

    @Test
    @Order(2)
    void everyInstanceTellsWhatWasDoneAndHowOften() throws Exception {
        for (UUID workspace : WORKSPACES) {
            for (Instance instance : List.of(one, other)) {
                HttpResponse<String> activity = instance.get(activity(workspace), "Sync-Token", "4");
                assertThat(activity.statusCode()).isEqualTo(200);
                assertThat(activity.headers().firstValue("Almanac-Read")).contains("owner");
                assertThat(activity.body()).containsSubsequence("\"create_task\"", "\"create_workspace\"");

                assertThat(instance.get(activityOfTask(workspace)).body())
                        .contains("\"create_task\"")
                        .doesNotContain("\"create_workspace\"");
                assertThat(instance.get(stats(workspace)).body())
                        .contains("\"action\":\"create_task\",\"count\":1,\"rejected\":0");
            }
        }
        HttpResponse<String> later = one.get(activity(WORKSPACES.getFirst()), "Sync-Token", "5");
        assertThat(later.statusCode()).isEqualTo(503);
        assertThat(later.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    @Order(2)
    void everyInstanceTellsWhatIsSetAndWhatIsToCome() throws Exception {
        for (UUID workspace : WORKSPACES) {
            for (Instance instance : List.of(one, other)) {
                HttpResponse<String> reminders = instance.get(reminders(workspace), "Sync-Token", "4");
                assertThat(reminders.body()).isEqualTo("{\"items\":[],\"next\":null}");
                assertThat(reminders.headers().firstValue("Almanac-Read")).contains("owner");
                HttpResponse<String> occurrences = instance.get(occurrences(workspace), "Sync-Token", "4");
                assertThat(occurrences.body()).isEqualTo("{\"occurrences\":[],\"ended\":true}");
                assertThat(occurrences.headers().firstValue("Almanac-Read")).contains("owner");
            }
        }
    }

    @Test
    @Order(3)
    void aCopyOfTheActivityAnswersWhereTheOwnerDoesNot() throws Exception {
        for (UUID workspace : WORKSPACES) {
            Instance standby = isAnsweredBy(one, activity(workspace)) ? other : one;

            await().atMost(SOON).untilAsserted(() -> {
                HttpResponse<String> answer =
                        standby.get(activity(workspace), "Almanac-Forwarded", "1", "Sync-Token", "4");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Almanac-Read")).contains("standby");
            });
        }
    }

    @Test
    @Order(3)
    void aCopyAnswersWhereTheOwnerDoesNotAndSaysSo() throws Exception {
        for (UUID workspace : WORKSPACES) {
            Instance standby = readsItself(one, workspace) ? other : one;

            // Whoever forwards a request has found out that the owner does not answer.
            await().atMost(SOON).untilAsserted(() -> {
                HttpResponse<String> answer =
                        standby.get(task(workspace, Act.OWNER), "Almanac-Forwarded", "1", "Sync-Token", "4");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Almanac-Read")).contains("standby");
                assertThat(answer.headers().firstValueAsLong("Almanac-Lag")).isPresent();
            });
        }
    }

    @Test
    @Order(4)
    void onlyMembersAndServicesGetAnAnswer() throws Exception {
        UUID workspace = WORKSPACES.getFirst();
        assertThat(one.get(task(workspace, "eve")).statusCode()).isEqualTo(404);
        assertThat(one.get(tasks(workspace, "eve")).statusCode()).isEqualTo(404);
        assertThat(one.get(tasks(workspace, Act.OWNER)).body())
                .contains("\"items\":[{")
                .contains("\"next\":null");
        assertThat(one.getWithoutToken(task(workspace, Act.OWNER)).statusCode()).isEqualTo(401);
        assertThat(one.getWithoutToken("/internal/v1/topology").statusCode()).isEqualTo(401);
        assertThat(one.getWithoutToken("/actuator/health/readiness").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(5)
    void aReadThatAsksForMoreThanThereIsWaitsAndIsThenRefused() throws Exception {
        HttpResponse<String> answer = one.get(task(WORKSPACES.getFirst(), Act.OWNER), "Sync-Token", "5");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("sync-timeout");
    }

    @Test
    @Order(6)
    void aRecordThatIsNoCommandIsADeadLetterAndTheNextIsDecided() {
        UUID workspace = Labels.id("littered");
        commands.put(workspace, createWorkspace("Team"));

        commands.send(workspace, "no avro".getBytes(UTF_8));
        CommandResult next = commands.put(workspace, createTask(TASK));

        assertThat(next.getOutcomes().getFirst().getStatus()).isEqualTo(OutcomeStatus.ACCEPTED);
        ConsumerRecord<String, byte[]> letter =
                commands.await(Topics.TASK_COMMANDS.dlq(), RecordKeys.workspace(workspace));
        assertThat(letter.value()).isEqualTo("no avro".getBytes(UTF_8));
        assertThat(letter.headers().lastHeader(DeadLetters.TOPIC).value()).isEqualTo("task-commands".getBytes(UTF_8));
    }

    @Test
    @Order(7)
    void whoRemainsTakesOverFromTheKilledAndNothingIsMissing() throws Exception {
        other.kill();

        for (UUID workspace : WORKSPACES) {
            CommandResult answer = commands.put(workspace, createTask("bread"));
            assertThat(answer.getSeq()).isEqualTo(5);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(one.get(tasks(workspace, Act.OWNER), "Sync-Token", "5")
                                    .body())
                            .contains("milk", "bread"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(one.get(activity(workspace), "Sync-Token", "5")
                                    .statusCode())
                            .isEqualTo(200));
            assertThat(one.get(stats(workspace)).body()).contains("\"action\":\"create_task\",\"count\":2,");
        }
        assertThat(partitions(one.overview(), one)).hasSize(Commands.PARTITIONS);
    }

    /** Whether it has partitions and the other has too. */
    private boolean shares(Instance instance) throws Exception {
        JsonNode overview = instance.overview();
        return !partitions(overview, one).isEmpty()
                && !partitions(overview, other).isEmpty();
    }

    private static List<Integer> partitions(JsonNode overview, Instance instance) {
        List<Integer> partitions = new ArrayList<>();
        for (JsonNode known : overview.get("instances")) {
            if (known.get("address").asString().equals(instance.address())) {
                known.get("partitions").forEach(partition -> partitions.add(partition.asInt()));
            }
        }
        return partitions;
    }

    /** Whether it is the owner: it answers from its own store what it may not forward. */
    private static boolean readsItself(Instance instance, UUID workspace) throws Exception {
        return isAnsweredBy(instance, task(workspace, Act.OWNER));
    }

    private static boolean isAnsweredBy(Instance instance, String path) throws Exception {
        return instance.get(path, "Almanac-Forwarded", "1")
                .headers()
                .firstValue("Almanac-Read")
                .filter("owner"::equals)
                .isPresent();
    }

    private static String task(UUID workspace, String user) {
        return "/internal/v1/workspaces/%s/tasks/%s?user=%s".formatted(workspace, Labels.id(TASK), Labels.id(user));
    }

    private static String tasks(UUID workspace, String user) {
        return "/internal/v1/workspaces/%s/tasks?user=%s".formatted(workspace, Labels.id(user));
    }

    private static String reminders(UUID workspace) {
        return "/internal/v1/workspaces/%s/reminders?user=%s".formatted(workspace, Labels.id(Act.OWNER));
    }

    private static String occurrences(UUID workspace) {
        return "/internal/v1/workspaces/%s/tasks/%s/occurrences?user=%s"
                .formatted(workspace, Labels.id(TASK), Labels.id(Act.OWNER));
    }

    private static String activity(UUID workspace) {
        return "/internal/v1/workspaces/%s/activity".formatted(workspace);
    }

    private static String activityOfTask(UUID workspace) {
        return "/internal/v1/workspaces/%s/tasks/%s/activity".formatted(workspace, Labels.id(TASK));
    }

    private static String stats(UUID workspace) {
        return "/internal/v1/workspaces/%s/stats?from=2020-01-01&to=2100-01-01".formatted(workspace);
    }
}
