package dev.almanac.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.almanac.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The Helm chart, as rendered. */
class ChartTest {
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

    @BeforeAll
    static void needsHelm() {
        assumeTrue(Helm.isInstalled(), "no helm in the PATH, so the chart is not checked");
    }

    @Test
    void lintFindsNothing() throws IOException {
        Helm.Outcome outcome = Helm.lint();

        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    @Test
    void eachServiceIsAWorkloadOfItsKind() throws IOException {
        assertThat(workloads())
                .extracting(resource -> Manifests.kind(resource) + " " + Manifests.name(resource))
                .containsExactlyInAnyOrder(
                        "Deployment test-command-api",
                        "StatefulSet test-streams-topology",
                        "Deployment test-projection-writer",
                        "Job test-register-schemas");
    }

    @Test
    void everyPodIsRestricted() throws IOException {
        assertThat(workloads()).allSatisfy(workload -> {
            JsonNode pod = pod(workload);
            assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(65532);
            assertThat(pod.at("/securityContext/seccompProfile/type").asString())
                    .isEqualTo("RuntimeDefault");
            assertThat(containers(pod)).isNotEmpty().allSatisfy(container -> {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
            });
        });
    }

    @Test
    void everyContainerSaysWhatItNeedsAndMayTake() throws IOException {
        assertThat(workloads().stream().flatMap(workload -> containers(pod(workload))))
                .allSatisfy(container -> {
                    assertThat(container.at("/resources/requests/cpu").isMissingNode())
                            .isFalse();
                    assertThat(container.at("/resources/requests/memory").isMissingNode())
                            .isFalse();
                    assertThat(container.at("/resources/limits/memory").isMissingNode())
                            .isFalse();
                });
    }

    @Test
    void everyServiceIsProbed() throws IOException {
        Stream<JsonNode> containers = workloads().stream()
                .filter(workload -> !Manifests.kind(workload).equals("Job"))
                .flatMap(workload -> containers(pod(workload)));

        assertThat(containers).isNotEmpty().allSatisfy(container -> {
            assertThat(path(container, "startupProbe")).isEqualTo("/actuator/health/liveness");
            assertThat(path(container, "livenessProbe")).isEqualTo("/actuator/health/liveness");
            assertThat(path(container, "readinessProbe")).isEqualTo("/actuator/health/readiness");
        });
    }

    @Test
    void anInstanceOfTheTopologyIsKnownByItsPodsName() throws IOException {
        JsonNode topology = workload("StatefulSet");
        List<JsonNode> environment = containers(pod(topology))
                .flatMap(container -> Manifests.elements(container.path("env")))
                .toList();

        assertThat(value(environment, "ALMANAC_TOPOLOGY_INSTANCE_ID")).isEqualTo("$(POD_NAME)");
        assertThat(value(environment, "ALMANAC_TOPOLOGY_ADVERTISED"))
                .isEqualTo("$(POD_NAME)." + topology.at("/spec/serviceName").asString() + ".default.svc:8081");
        assertThat(topology.at("/spec/volumeClaimTemplates/0/metadata/name").asString())
                .isEqualTo("state");
    }

    @Test
    void noSecretIsInTheEnvironmentOrTheConfiguration() throws IOException {
        List<JsonNode> resources = Helm.resources();

        assertThat(resources).extracting(Manifests::kind).doesNotContain("Secret");
        assertThat(workloads().stream()
                        .flatMap(workload -> containers(pod(workload)))
                        .flatMap(container -> Manifests.elements(container.path("env"))))
                .noneMatch(variable -> variable.at("/valueFrom").has("secretKeyRef"));
    }

    @Test
    void replicasThatAPartitionWouldNotServeAreNotTheDefault() throws IOException {
        assertThat(workload("StatefulSet").at("/spec/replicas").asInt()).isLessThanOrEqualTo(Topics.DEFAULT_PARTITIONS);
    }

    @Test
    void whatTheValuesConfigureWins() throws IOException {
        JsonNode config = Helm.resources("--set", "streamsTopology.config.almanac.topology.commit.group=5ms").stream()
                .filter(resource -> Manifests.kind(resource).equals("ConfigMap")
                        && Manifests.name(resource).equals("test-streams-topology"))
                .findFirst()
                .orElseThrow();
        JsonNode application = Manifests.parse(
                        config.path("data").path("application.yaml").asString())
                .getFirst();

        assertThat(application.at("/almanac/topology/commit/group").asString()).isEqualTo("5ms");
        assertThat(application.at("/almanac/topology/standby-replicas").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imagePrefix=typo",
                "commandApi.replica=3",
                "commandApi.replicas=none",
                "postgres.sslMode=sometimes",
                "postgres.sslMode=verify-full",
                "registry.url=apicurio:8080",
                "streamsTopology.standbyReplicas=2"
            })
    void aValueThatMakesNoSenseIsRefused(String value) throws IOException {
        assertThat(Helm.template("--set", value).status()).isNotZero();
    }

    @Test
    void theValuesForASmallClusterAreValues() throws IOException {
        List<JsonNode> resources = Helm.resources(
                "-f", Path.of("..", "helm", "minikube", "values.yaml").toString());

        assertThat(resources)
                .filteredOn(resource -> WORKLOADS.contains(Manifests.kind(resource)))
                .allSatisfy(workload ->
                        assertThat(workload.at("/spec/replicas").asInt(1)).isEqualTo(1));
    }

    private static List<JsonNode> workloads() throws IOException {
        return Helm.resources().stream()
                .filter(resource -> WORKLOADS.contains(Manifests.kind(resource)))
                .toList();
    }

    private static JsonNode workload(String kind) throws IOException {
        return workloads().stream()
                .filter(workload -> Manifests.kind(workload).equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    private static Stream<JsonNode> containers(JsonNode pod) {
        return Manifests.elements(pod.path("containers"));
    }

    private static String path(JsonNode container, String probe) {
        return container.path(probe).at("/httpGet/path").asString();
    }

    private static String value(List<JsonNode> environment, String name) {
        return environment.stream()
                .filter(variable -> variable.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asString();
    }
}
